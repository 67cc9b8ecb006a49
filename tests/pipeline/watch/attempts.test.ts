import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openAttempts } from '../../../src/pipeline/watch/attempts.ts';
import { aFolder } from '../../build-release.ts';
import { aFollowed, aReport, NOW } from './a-package.ts';

const A = aFollowed('a');
const B = aFollowed('b', { asked: { host: 'pypi.org', requestsADay: 10_000, cost: 1 } });
const LATER = '2026-11-20T12:00:00Z';

function failed(kind: 'host' | 'incomplete', retryAt?: string) {
  const failure = { package: B.purl, since: NOW, kind, ...(retryAt !== undefined && { retryAt }) };
  return aReport({ failures: [failure] });
}

describe('what rounds remember', () => {
  test('when a package was asked outlives the process; failures and pauses do not', async (t) => {
    const file = join(await aFolder(t), 'deep/watch.json');
    const first = await openAttempts(file);
    assert.deepEqual([first.askedAt(A.purl), first.failures(A.purl)], [undefined, undefined]);
    await first.note([A, B], failed('host', LATER), NOW);
    assert.deepEqual([first.failures(A.purl), first.failures(B.purl)], [0, 1]);
    assert.deepEqual([first.pausedUntil('npm'), first.pausedUntil('pypi.org')], [undefined, LATER]);
    const second = await openAttempts(file);
    assert.deepEqual([second.askedAt(A.purl), second.askedAt(B.purl)], [NOW, NOW]);
    assert.deepEqual([second.failures(B.purl), second.pausedUntil('pypi.org')], [undefined, undefined]);
  });

  test('failures are counted in a row; an answer in part is none', async (t) => {
    const attempts = await openAttempts(join(await aFolder(t), 'watch.json'));
    const counts: (number | undefined)[] = [];
    for (const report of [failed('host'), failed('host'), failed('incomplete'), failed('host'), aReport()]) {
      await attempts.note([A, B], report, NOW);
      counts.push(attempts.failures(B.purl));
    }
    assert.deepEqual(counts, [1, 2, 0, 1, 0]);
  });

  for (const text of ['', '{"format":1,"asked":{"pkg:n', '[]', '{"format":2,"asked":{}}']) {
    test(`a file that holds ${JSON.stringify(text)} is none, and is written anew`, async (t) => {
      const file = join(await aFolder(t), 'watch.json');
      await writeFile(file, text);
      const attempts = await openAttempts(file);
      assert.equal(attempts.askedAt(A.purl), undefined);
      await attempts.note([A], aReport(), NOW);
      assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), { format: 1, asked: { [A.purl]: NOW } });
    });
  }
});
