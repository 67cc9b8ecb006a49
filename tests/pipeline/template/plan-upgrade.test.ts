import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planTemplateUpgrade, type TemplatePlan } from '../../../src/pipeline/template/plan-upgrade.ts';

const NOTHING: TemplatePlan = { patched: [], kept: [], missing: [] };

function tree(path: string, hash: string | undefined) {
  return new Map(hash === undefined ? [] : [[path, `100644 blob ${hash}`]]);
}

type Hash = string | undefined;

function plan(before: Hash, after: Hash, here: Hash, path = 'src/a.ts') {
  return planTemplateUpgrade(tree(path, before), tree(path, after), tree(path, here));
}

describe('of one file, an upgrade', () => {
  for (const [what, [before, after, here], outcome] of [
    ['leaves what the template did not touch', ['1', '1', '1'], undefined],
    ['leaves an edit where the template did nothing', ['1', '1', 'mine'], undefined],
    ['leaves a removal where the template did nothing', ['1', '1', undefined], undefined],
    ['patches what changed', ['1', '2', '1'], 'patched'],
    ['patches what both changed', ['1', '2', 'mine'], 'patched'],
    ['has nothing to do where it is there already', ['1', '2', '2'], undefined],
    ['keeps a removal', ['1', '2', undefined], 'missing'],
    ['removes', ['1', undefined, '1'], 'patched'],
    ['does not remove an edited file', ['1', undefined, 'mine'], 'kept'],
    ['has nothing to remove', ['1', undefined, undefined], undefined],
    ['adds', [undefined, '2', undefined], 'patched'],
    ['merges what both added', [undefined, '2', 'mine'], 'patched'],
    ['leaves what both added alike', [undefined, '2', '2'], undefined],
    ['leaves what only the copy has', [undefined, undefined, 'mine'], undefined],
  ] satisfies [string, [Hash, Hash, Hash], keyof TemplatePlan | undefined][]) {
    test(what, () => {
      const expected = outcome === undefined ? NOTHING : { ...NOTHING, [outcome]: ['src/a.ts'] };
      assert.deepEqual(plan(before, after, here), expected);
    });
  }

  for (const path of ['data/watchlists/main.yml', 'data/health.json', 'Data/x', 'data']) {
    test(`never touches ${path}`, () => {
      for (const versions of [
        ['1', '2', '1'],
        ['1', undefined, '1'],
        [undefined, '2'],
        ['1', '2', 'mine'],
      ]) {
        assert.deepEqual(plan(versions[0], versions[1], versions[2], path), NOTHING);
      }
    });
  }

  for (const path of ['src/data/a.ts', 'docs/data.md', 'database/a']) {
    test(`has nothing against ${path}`, () => {
      assert.deepEqual(plan('1', '2', '1', path).patched, [path]);
    });
  }
});

test('paths come in order', () => {
  const after = new Map([...tree('src/b', '2'), ...tree('src/a', '2'), ...tree('README.md', '2')]);
  assert.deepEqual(planTemplateUpgrade(new Map(), after, new Map()).patched, ['README.md', 'src/a', 'src/b']);
});
