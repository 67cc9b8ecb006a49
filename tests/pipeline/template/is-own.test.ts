import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { isOwn } from '../../../src/pipeline/template/is-own.ts';
import { readTemplate } from '../../../src/pipeline/template/template.ts';
import { ConfigError } from '../../../src/platform/errors.ts';
import { ROOT } from '../../../src/platform/root.ts';
import { hashWatchlists } from '../../../src/store/hash-watchlists.ts';
import { aFolder } from '../../build-release.ts';
import { writeFiles } from '../../write-files.ts';

const LIST = 'data/watchlists/main.yml';

/** A fresh copy of a template. */
async function aCopy(t: TestContext): Promise<string> {
  const root = await aFolder(t);
  await writeFiles(root, { [LIST]: 'title: T\n', 'data/watchlists/team.yml': 'title: U\n' });
  const watchlist = await hashWatchlists(join(root, 'data'));
  const template = { repository: 'https://example.com/tidings', version: 'v0.1.0', watchlist };
  await writeFiles(root, { 'package.json': JSON.stringify({ name: 'tidings', template }) });
  return root;
}

describe('a copy', () => {
  for (const [how, change, expected] of [
    ['is fresh', () => undefined, false],
    ['has data', (root) => writeFileSync(join(root, 'data/health.json'), '{}'), false],
    ['has another list', (root) => writeFileSync(join(root, 'data/watchlists/mine.yml'), 'title: M\n'), true],
    ['has an edited list', (root) => writeFileSync(join(root, LIST), 'title: T \n'), true],
    ['has one list less', (root) => rmSync(join(root, LIST)), true],
    ['has no list', (root) => rmSync(join(root, 'data'), { recursive: true }), true],
    ['has a renamed list', (root) => renameSync(join(root, LIST), join(root, 'data/watchlists/m.yml')), true],
  ] satisfies [string, (root: string) => void, boolean][]) {
    test(`that ${how} is ${expected ? 'own' : 'still the template'}`, async (t) => {
      const root = await aCopy(t);
      change(root);
      assert.equal(await isOwn(root), expected);
    });
  }

  test('whose package.json lost the template is an error that says how to get it back', async (t) => {
    const root = await aCopy(t);
    for (const text of ['{}', 'no JSON', '{"template":{"repository":"x"}}']) {
      await writeFiles(root, { 'package.json': text });
      await assert.rejects(
        isOwn(root),
        (error) => error instanceof ConfigError && error.remedy !== undefined,
      );
    }
  });
});

describe('the template itself', () => {
  test('knows its own watchlist', async (t) => {
    const { repository, watchlist } = await readTemplate(ROOT);
    const isHere = process.env['TIDINGS_TEMPLATE'] === '1' || isAt(repository);
    // A copy that somebody owns has a list of its own, and is right to.
    if (!isHere && (await isOwn(ROOT))) return t.skip('this is no longer the template');
    assert.equal(
      watchlist,
      await hashWatchlists(join(ROOT, 'data')),
      'renew template.watchlist in package.json',
    );
  });

  test('is of the version that package.json names', async () => {
    const { version } = Object(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    assert.equal((await readTemplate(ROOT)).version, `v${version}`);
  });
});

function isAt(repository: string): boolean {
  const here = process.env['GITHUB_REPOSITORY'];
  return here !== undefined && here !== '' && repository.endsWith(`/${here}`);
}
