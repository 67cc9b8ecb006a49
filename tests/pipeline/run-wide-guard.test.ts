import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { applyAnswers } from '../../src/pipeline/apply-answers.ts';
import { aFolder, aProject, hoursLater } from '../build-release.ts';
import { listed, releases } from './a-store.ts';
import { readAll } from './fetching-project.ts';

const PURLS = Array.from({ length: 10 }, (_, number) => `pkg:npm/p${number}`);

test('where most packages lost their list, nothing is written, and nothing is remembered of the others', async (t) => {
  const root = await aFolder(t);
  const projects = PURLS.map((purl) => aProject({ id: purl, package: parsePackage(purl) }));
  const workspace = { root, data: join(root, 'data'), cache: join(root, '.cache'), projects };
  const apply = (lost: number, count: number, hours: number) => {
    const answers = PURLS.map((purl, index) => {
      return [purl, listed(purl, ...releases(index < lost ? 0 : count))] as const;
    });
    const [startedAt, at] = [hoursLater(hours), hoursLater(hours)];
    return applyAnswers(workspace, {
      startedAt,
      at,
      base: undefined,
      fetched: new Map(answers),
      requests: {},
    });
  };
  await apply(0, 3, 0);
  const before = await readAll(workspace.data);
  const tripped = await apply(6, 4, 1);
  assert.equal(tripped.guardTripped, true);
  assert.deepEqual(await readAll(workspace.data), before);
  assert.deepEqual(
    tripped.verdicts.flatMap(({ receipts }) => receipts),
    [],
  );
  const half = await apply(5, 4, 2);
  assert.equal(half.guardTripped, false);
  assert.equal(half.verdicts.flatMap(({ receipts }) => receipts).length, 5);
});
