import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { judge } from '../../src/pipeline/judge.ts';
import { aListing, aProject, aRecord, aRelease, aReply, hoursLater } from '../build-release.ts';

describe('the tags of an image', () => {
  const IMAGE = 'pkg:docker/acme/tool';
  const asset = (digit: string) => ({ name: 'manifest', digest: `sha256:${digit.repeat(64)}` });

  /** What is told when these tags point at something else: the rules are told by the type of the package. */
  function rebuilt(purl: string, ...tags: readonly string[]): string[] {
    const [plan] = planFetch([aProject({ package: parsePackage(purl) })]);
    assert.ok(plan !== undefined);
    const held = aRecord({
      package: purl,
      releases: tags.map((version) => aRelease({ version, commit: 'a'.repeat(40), assets: [asset('a')] })),
    });
    const listings = tags.map((version) =>
      aListing({ version, commit: 'b'.repeat(40), assets: [asset('b')] }),
    );
    const { changes } = judge(
      plan,
      { status: 'listed', listings: aReply(listings), receipts: [] },
      held,
      undefined,
      hoursLater(1),
    );
    return changes.map(({ kind, version, severity }) => `${version} ${kind} (${severity})`).sort();
  }

  test('are rebuilt, which is no alert, and those that point at others are meant to move', () => {
    assert.deepEqual(rebuilt(IMAGE, '3.12.4', '3.12', '3', 'latest', '3.12.4-alpine'), [
      '3.12.4 rebuilt (notice)',
      '3.12.4-alpine rebuilt (notice)',
    ]);
  });

  test('are other than the tags of a repository', () => {
    assert.deepEqual(rebuilt('pkg:gitlab/acme/tool', '3.12.4', '3.12'), [
      '3.12 asset-replaced (alert)',
      '3.12 tag-moved (alert)',
      '3.12.4 asset-replaced (alert)',
      '3.12.4 tag-moved (alert)',
    ]);
  });
});
