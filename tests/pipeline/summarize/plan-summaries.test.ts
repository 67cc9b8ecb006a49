import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import { PROMPT_VERSION } from '../../../src/enrich/summaries/prompt.ts';
import { planSummaries, type Wanted } from '../../../src/pipeline/summarize/plan-summaries.ts';
import { ConfigError } from '../../../src/platform/errors.ts';
import { writeSummaries } from '../../../src/store/summaries.ts';
import { aFolder, aProject } from '../../build-release.ts';
import { aNoted, aWorkspace, TOOL } from './a-desk.ts';

const WANTED: Wanted = { model: 'scripted', only: undefined, since: undefined, answerTokens: 500 };

async function planned(
  t: TestContext,
  releases: readonly Release[],
  wanted: Partial<Wanted> = {},
  project?: Project,
) {
  const workspace = await aWorkspace(await aFolder(t), releases, project);
  return (await planSummaries(workspace, { ...WANTED, ...wanted })).planned.map(({ version }) => version);
}

describe('what is to be summed up', () => {
  test('is the newest first, stable releases before others', async (t) => {
    const releases = [
      aNoted('2.0.0-rc.1', { publishedAt: '2026-10-19T00:00:00Z' }),
      aNoted('1.1.0', { publishedAt: '2026-10-10T00:00:00Z' }),
      aNoted('1.0.0', { publishedAt: '2026-10-01T00:00:00Z' }),
    ];
    assert.deepEqual(await planned(t, releases), ['1.1.0', '1.0.0', '2.0.0-rc.1']);
  });

  test('is no older than ninety days before the newest thing that is known', async (t) => {
    const releases = [aNoted('1.1.0'), aNoted('1.0.0', { publishedAt: '2026-08-02T00:00:00Z' })];
    assert.deepEqual(await planned(t, releases), ['1.1.0']);
    assert.deepEqual(await planned(t, releases, { since: '2026-08-01T00:00:00Z' }), ['1.1.0', '1.0.0']);
  });

  for (const [what, fields] of [
    ['without notes', { notes: ['- Fixed it'] }],
    ['with notes that are hidden', { notes: [`<!-- ${'long '.repeat(200)} -->`] }],
    ['that was withdrawn', { withdrawnAt: '2026-10-25T00:00:00Z' }],
  ] as const) {
    test(`is no release ${what}`, async (t) => {
      assert.deepEqual(
        await planned(t, [
          aNoted('1.1.0', { ...fields, notes: 'notes' in fields ? [...fields.notes] : aNoted('1').notes }),
        ]),
        [],
      );
    });
  }

  test('is no prerelease that a watchlist does not want', async (t) => {
    const project = aProject({ track: { prereleases: false } });
    assert.deepEqual(await planned(t, [aNoted('1.1.0-rc.1')], {}, project), []);
  });

  test('is of one package, if it is named', async (t) => {
    assert.deepEqual(await planned(t, [aNoted('1.1.0')], { only: TOOL }), ['1.1.0']);
    await assert.rejects(planned(t, [aNoted('1.1.0')], { only: 'pkg:npm/other' }), ConfigError);
  });
});

describe('what was summed up before', () => {
  const cases = [
    ['is held', {}, []],
    ['is asked anew of edited notes', { notes: `sha256:${'a'.repeat(64)}` }, ['1.1.0']],
    ['is asked anew of another model', { model: 'other' }, ['1.1.0']],
    ['is asked anew with another prompt', { prompt: PROMPT_VERSION + 1 }, ['1.1.0']],
  ] as const;
  for (const [what, fields, expected] of cases) {
    test(what, async (t) => {
      const workspace = await aWorkspace(await aFolder(t), [aNoted('1.1.0')]);
      const { planned: first } = await planSummaries(workspace, WANTED);
      const summary = {
        version: '1.1.0',
        notes: first[0]?.hash ?? '',
        model: 'scripted',
        prompt: PROMPT_VERSION,
        ...fields,
      };
      await writeSummaries(workspace.data, parsePackage(TOOL), [summary]);
      const plan = await planSummaries(workspace, WANTED);
      assert.deepEqual(
        plan.planned.map(({ version }) => version),
        expected,
      );
      assert.equal(plan.held, 1 - expected.length);
    });
  }
});
