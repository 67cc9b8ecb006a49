import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { describePrune, performPrune, planPrune } from '../../src/pipeline/prune.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { readAdvisories, writeAdvisory } from '../../src/store/advisories.ts';
import { aProject } from '../build-release.ts';
import { aRepository } from './a-repository.ts';

function file(purl: string): string {
  return `${JSON.stringify({ format: 1, package: purl, releases: [] })}\n`;
}

const LIST = `title: Tools
projects:
  - package: pkg:npm/tool
    channels: [pkg:github/acme/tool]
`;

/** A repository that follows npm/tool and its repository, and holds two packages more. */
async function aStore(t: TestContext) {
  const repository = await aRepository(t, {
    'data/releases/npm/tool.json': file('pkg:npm/tool'),
    'data/releases/github/acme/tool.json': file('pkg:github/acme/tool'),
    'data/releases/npm/@acme/old.json': file('pkg:npm/%40acme/old'),
    'data/releases/npm/older.json': file('pkg:npm/older'),
    'data/watchlists/main.yml': LIST,
    '.gitignore': '.cache/\n',
    'README.md': 'one\n',
  });
  const { root } = repository;
  const projects = [aProject({ channels: [parsePackage('pkg:github/acme/tool')] })];
  return {
    ...repository,
    workspace: { root, data: join(root, 'data'), cache: join(root, '.cache'), projects },
  };
}

describe('npm run prune', () => {
  test('lists first: channels are followed too', async (t) => {
    const { workspace, git } = await aStore(t);
    const shown = describePrune(await planPrune(workspace));
    const lines = [
      'pkg:npm/%40acme/old  1 files',
      'pkg:npm/older  1 files',
      '2 packages that no watchlist names',
      '',
    ];
    assert.equal(shown, lines.join('\n'));
    assert.equal(git('status', '--porcelain'), '');
  });

  test('removes', async (t) => {
    const { workspace, git } = await aStore(t);
    assert.equal(await performPrune(workspace, await planPrune(workspace), false), 2);
    assert.equal(
      git('status', '--porcelain'),
      ' D data/releases/npm/@acme/old.json\n D data/releases/npm/older.json\n',
    );
    assert.deepEqual(await planPrune(workspace), { packages: [], advisories: [] });
  });

  test('commits that, and that alone, if asked', async (t) => {
    const { workspace, git, write } = await aStore(t);
    write('README.md', 'two\n');
    await performPrune(workspace, await planPrune(workspace), true);
    assert.equal(git('status', '--porcelain'), ' M README.md\n');
    const message =
      /^data: prune 2 packages\n\n- npm\/%40acme\/old\n- npm\/older\n\nRun: \S+Z\nData-Op: prune\n/;
    assert.match(git('log', '-1', '--format=%B'), message);
  });

  test('takes advisories along that concern nothing else that is followed', async (t) => {
    const { workspace, git } = await aStore(t);
    for (const [id, purls] of [
      ['GHSA-2', ['pkg:npm/older', 'pkg:npm/tool']],
      ['GHSA-3', ['pkg:npm/older']],
      ['GHSA-4', []],
    ] as const) {
      const affected = purls.map((purl) => ({ package: purl }));
      await writeAdvisory(workspace.data, { format: 1, id, modified: '2026-01-01T00:00:00Z', affected });
    }
    git('add', '--all');
    git('commit', '--quiet', '--message=advisories');
    const plan = await planPrune(workspace);
    assert.deepEqual(plan.advisories, ['advisories/GHSA-3.json', 'advisories/GHSA-4.json']);
    assert.match(describePrune(plan), /2 packages that no watchlist names, 2 advisories\n$/);
    await performPrune(workspace, plan, true);
    assert.deepEqual(
      (await readAdvisories(workspace.data)).map(({ id }) => id),
      ['GHSA-2'],
    );
    assert.match(git('log', '-1', '--format=%B'), /^data: prune 2 packages, 2 advisories\n/);
  });

  test('removes nothing if the commit would take more with it', async (t) => {
    const { workspace, git, write } = await aStore(t);
    write('data/releases/npm/tool.json', `${file('pkg:npm/tool')}\n`);
    const before = git('status', '--porcelain');
    await assert.rejects(performPrune(workspace, await planPrune(workspace), true), ConfigError);
    assert.equal(git('status', '--porcelain'), before);
  });
});
