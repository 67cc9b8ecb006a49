import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import {
  describeUpgrade,
  describeUpgradePlan,
  upgradeExitCode,
} from '../../../src/pipeline/template/describe-upgrade.ts';
import { upgrade } from '../../../src/pipeline/template/upgrade.ts';
import { ConfigError } from '../../../src/platform/errors.ts';
import { aRepository, type Repository } from '../a-repository.ts';

const LINES = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`);
const ICON = Buffer.from([0, 1, 2, 0xff, 0xfe]).toString('latin1');

function text(edits: Readonly<Record<number, string>> = {}): string {
  return LINES.map((line, index) => `${edits[index + 1] ?? line}\n`).join('');
}

function manifest(version: string, more = {}): string {
  const template = { repository: 'https://example.com/none', version, watchlist: `sha256:${'0'.repeat(64)}` };
  return `${JSON.stringify({ name: 'tidings', version: version.slice(1), template, ...more }, null, 2)}\n`;
}

/** A template with two versions, and a copy of the first with one commit and no history in common. */
async function aCopy(t: TestContext, edit: (copy: Repository) => void = () => undefined) {
  const first = {
    'package.json': manifest('v0.1.0'),
    'src/changed.ts': text(),
    'src/old.ts': 'old\n',
    'src/same.ts': 'same\n',
    '.github/workflows/update.yml': 'name: one\n',
    'public/latin.txt': 'plain\n',
    'data/watchlists/main.yml': 'title: Template\n',
    'data/health.json': '{}\n',
  };
  const template = await aRepository(t, first);
  template.git('tag', 'v0.1.0');
  template.write('package.json', manifest('v0.2.0'));
  template.write('src/changed.ts', text({ 30: 'theirs' }));
  template.write('src/new.ts', 'new\n');
  template.write('.github/workflows/update.yml', 'name: two\n');
  template.write('public/icon.bin', ICON);
  template.write('data/watchlists/main.yml', 'title: Template, changed\n');
  template.write('data/releases/npm/theirs.json', '{}\n');
  rmSync(join(template.root, 'src/old.ts'));
  rmSync(join(template.root, 'data/health.json'));
  template.git('add', '--all');
  template.git('commit', '--quiet', '--no-gpg-sign', '--message=second');
  for (const tag of ['v0.2.0', 'v0.3.0-rc.1', 'nightly', 'v0.2.0-old']) template.git('tag', tag);

  const copy = await aRepository(t, first);
  copy.write('data/watchlists/main.yml', 'title: Mine\n');
  edit(copy);
  copy.git('add', '--all');
  copy.git('commit', '--quiet', '--no-gpg-sign', '--message=mine');
  const run = (more: { to?: string; from?: string; dryRun?: boolean } = {}) =>
    upgrade(copy.root, { dryRun: false, from: template.root, ...more });
  const read = (path: string) => readFileSync(join(copy.root, path), 'utf8');
  const commit = () => copy.git('commit', '--quiet', '--no-gpg-sign', '--message=upgrade');
  return { ...copy, template, run, read, commit };
}

describe('an upgrade', () => {
  test('brings what changed, keeps edits elsewhere in a file, removes, and never touches data', async (t) => {
    const copy = await aCopy(t, ({ write }) => write('src/changed.ts', text({ 3: 'mine' })));
    const done = await copy.run();
    assert.equal(copy.read('src/changed.ts'), text({ 3: 'mine', 30: 'theirs' }));
    assert.equal(copy.read('src/new.ts'), 'new\n');
    assert.equal(copy.read('.github/workflows/update.yml'), 'name: two\n');
    assert.equal(copy.read('public/icon.bin'), ICON);
    assert.equal(existsSync(join(copy.root, 'src/old.ts')), false);
    assert.equal(copy.read('data/watchlists/main.yml'), 'title: Mine\n');
    assert.equal(copy.read('data/health.json'), '{}\n');
    assert.equal(existsSync(join(copy.root, 'data/releases')), false);
    assert.deepEqual([done.conflicts, upgradeExitCode(done)], [[], 0]);
    assert.equal(copy.git('diff', '--cached', '--name-only', '--', 'data'), '');
    assert.equal(copy.git('diff', '--name-only'), '', 'all is staged');
    assert.match(
      describeUpgrade(done).join('\n'),
      /^v0\.1\.0 → v0\.2\.0: 6 files[\s\S]*npm ci and npm run check/,
    );
  });

  test('leaves no name of the template behind, and no file of its own', async (t) => {
    const copy = await aCopy(t);
    await copy.run();
    assert.equal(copy.git('for-each-ref', '--format=%(refname)').trim(), 'refs/heads/main');
    assert.equal(existsSync(join(copy.root, '.git/tidings-upgrade.patch')), false);
    assert.equal(copy.git('rev-parse', '--is-shallow-repository').trim(), 'false');
  });

  test('done twice is done once', async (t) => {
    const copy = await aCopy(t);
    await copy.run();
    const before = copy.git('status', '--porcelain');
    for (const committed of [false, true]) {
      if (committed) copy.commit();
      const done = await copy.run();
      assert.deepEqual(describeUpgrade(done), ['v0.2.0 is the newest: nothing to do.']);
      assert.equal(upgradeExitCode(done), 0);
      assert.equal(copy.git('status', '--porcelain'), committed ? '' : before);
    }
  });

  test('marks a conflict, names the file, and can be taken back', async (t) => {
    const copy = await aCopy(t, ({ write }) => write('src/changed.ts', text({ 30: 'mine' })));
    copy.write('data/watchlists/main.yml', 'title: Not yet committed\n');
    const done = await copy.run();
    assert.deepEqual([done.conflicts, upgradeExitCode(done)], [['src/changed.ts'], 1]);
    assert.match(copy.read('src/changed.ts'), /<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> theirs\n/);
    assert.equal(copy.read('src/new.ts'), 'new\n', 'the rest is there');
    assert.match(describeUpgrade(done).join('\n'), /src\/changed\.ts: changed here and by the template/);
    copy.git('reset', '--quiet', '--merge');
    assert.equal(copy.git('status', '--porcelain').trim(), 'M data/watchlists/main.yml');
    assert.equal(copy.read('data/watchlists/main.yml'), 'title: Not yet committed\n');
  });

  test('marks a file that both added', async (t) => {
    const copy = await aCopy(t, ({ write }) => write('src/new.ts', 'mine\n'));
    assert.deepEqual((await copy.run()).conflicts, ['src/new.ts']);
  });

  test('leaves to a person what was edited here and removed there', async (t) => {
    const copy = await aCopy(t, ({ write }) => write('src/old.ts', 'mine\n'));
    const done = await copy.run();
    assert.equal(copy.read('src/old.ts'), 'mine\n');
    assert.equal(copy.read('src/new.ts'), 'new\n');
    assert.deepEqual([done.plan?.kept, upgradeExitCode(done)], [['src/old.ts'], 1]);
    assert.match(describeUpgrade(done).join('\n'), /src\/old\.ts: edited here, removed by the template/);
  });

  test('does not bring back what was removed here', async (t) => {
    const copy = await aCopy(t, ({ root }) => rmSync(join(root, 'src/changed.ts')));
    const done = await copy.run();
    assert.equal(existsSync(join(copy.root, 'src/changed.ts')), false);
    assert.deepEqual([done.plan?.missing, upgradeExitCode(done)], [['src/changed.ts'], 0]);
  });

  test('reads a patch that is not UTF-8, and a configuration that changes how git shows one', async (t) => {
    const copy = await aCopy(t);
    copy.template.git('config', 'diff.noprefix', 'true');
    for (const [name, value] of [
      ['diff.noprefix', 'true'],
      ['diff.external', 'false'],
      ['apply.whitespace', 'error'],
      ['color.ui', 'always'],
    ] as const) {
      copy.git('config', name, value);
    }
    copy.template.write('public/latin.txt', 'plain, trailing  \n');
    const latin = Buffer.from('caf\xe9 \n', 'latin1');
    writeFileSync(join(copy.template.root, 'public/cafe.txt'), latin);
    copy.template.git('add', '--all');
    copy.template.git('commit', '--quiet', '--no-gpg-sign', '--message=third');
    copy.template.git('tag', 'v0.10.0');
    assert.equal((await copy.run()).to, 'v0.10.0');
    assert.deepEqual(readFileSync(join(copy.root, 'public/cafe.txt')), latin);
  });

  test('only shows, if asked', async (t) => {
    const copy = await aCopy(t, ({ write }) => write('src/old.ts', 'mine\n'));
    copy.write('src/same.ts', 'not committed\n');
    const shown = describeUpgradePlan(await copy.run({ dryRun: true }));
    assert.equal(
      shown,
      [
        'patch  .github/workflows/update.yml',
        'patch  package.json',
        'patch  public/icon.bin',
        'patch  src/changed.ts',
        'patch  src/new.ts',
        'keep   src/old.ts  (edited here, removed by the template)',
        'v0.1.0 → v0.2.0: 5 files',
        '',
      ].join('\n'),
    );
    assert.equal(copy.git('status', '--porcelain').trim(), 'M src/same.ts');
    assert.equal(copy.git('for-each-ref', '--format=%(refname)').trim(), 'refs/heads/main');
  });
});

describe('an upgrade is refused, and nothing is touched,', () => {
  for (const [why, edit, message] of [
    [
      'over an edit',
      ({ write }) => write('src/same.ts', 'x\n'),
      /^src\/same\.ts: changed, but not committed/,
    ],
    ['over a staged edit', ({ write, git }) => [write('README.md', 'x\n'), git('add', '.')], /^README\.md: /],
    ['over a new file', ({ write }) => write('src/new.ts', 'x\n'), /^src\/new\.ts: /],
    ['over a removal', ({ root }) => rmSync(join(root, 'src/same.ts')), /^src\/same\.ts: /],
  ] satisfies [string, (copy: Repository) => unknown, RegExp][]) {
    test(why, async (t) => {
      const copy = await aCopy(t);
      edit(copy);
      const before = copy.git('status', '--porcelain');
      await assert.rejects(
        copy.run(),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
      assert.equal(copy.git('status', '--porcelain'), before);
    });
  }

  test('to a version that is none', async (t) => {
    const copy = await aCopy(t);
    for (const to of ['v9.0.0', 'nightly', '--upload-pack=x', 'HEAD']) {
      await assert.rejects(copy.run({ to }), (error) => {
        return error instanceof ConfigError && error.remedy === 'it has v0.1.0, v0.2.0';
      });
    }
  });

  test('from an address that is no repository, or that would run a program', async (t) => {
    const copy = await aCopy(t);
    for (const from of [
      join(copy.root, 'none'),
      'ext::touch ran',
      '--upload-pack=touch ran',
      'http://127.0.0.1:1/x',
    ]) {
      await assert.rejects(copy.run({ from }), (error) => {
        return error instanceof ConfigError && /--from/.test(error.remedy ?? '');
      });
    }
    assert.equal(existsSync(join(copy.root, 'ran')), false);
  });

  test('in a folder of another repository', async (t) => {
    const copy = await aCopy(t);
    copy.write('inner/package.json', manifest('v0.1.0'));
    copy.git('add', '--all');
    copy.commit();
    const run = upgrade(join(copy.root, 'inner'), { dryRun: false, from: copy.template.root });
    await assert.rejects(
      run,
      (error) => error instanceof ConfigError && /another repository/.test(error.message),
    );
  });
});
