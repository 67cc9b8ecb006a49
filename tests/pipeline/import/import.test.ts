import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeImport, reportImport } from '../../../src/pipeline/import/describe-import.ts';
import { openWorkspace } from '../../../src/pipeline/workspace.ts';
import { aProjectFolder, MAIN, npmLock } from './importing.ts';

const LIST = `# ours
title: Ours
projects:
  - pkg:npm/a # short
  - package: pkg:npm/b
    channels: [pkg:github/acme/b]
    uses: '1.0.0'
  - package: pkg:npm/old
    uses: '1.0.0'
  - package: pkg:pypi/other
    uses: '1.0'
`;

describe('npm run import', () => {
  test('adds, changes, keeps and tells; the workspace reads the result', async (t) => {
    const lock = npmLock('a@1.2.0', 'b@1.1.0', '@acme/c@3.0.0', 'lint@2.0.0 dev');
    const { root, perform, list } = await aProjectFolder(t, { [MAIN]: LIST, 'package-lock.json': lock });
    const plan = await perform(['package-lock.json']);
    assert.deepEqual(describeImport(plan).split('\n'), [
      '+ pkg:npm/%40acme/c 3.0.0',
      '+ pkg:npm/lint 2.0.0',
      '~ pkg:npm/a was without a version → 1.2.0',
      '~ pkg:npm/b 1.0.0 → 1.1.0',
      '? pkg:npm/old 1.0.0 is in the list alone, and stays',
      '2 new, 2 with another version, 0 as before, 0 left out',
      '',
    ]);
    const wanted = LIST.replace(
      '- pkg:npm/a # short\n',
      "- package: pkg:npm/a # short\n    uses: '1.2.0'\n",
    ).replace("b]\n    uses: '1.0.0'", "b]\n    uses: '1.1.0'");
    assert.equal(
      await list(),
      `${wanted}  - package: pkg:npm/%40acme/c\n    uses: '3.0.0'\n    track: { since: 2025-11-27 }\n  - package: pkg:npm/lint\n    uses: '2.0.0'\n    track: { since: 2025-11-27 }\n`,
    );
    const { projects } = await openWorkspace(root);
    const used = projects.map(({ package: { purl }, lists }) => `${purl} ${lists[0]?.uses}`);
    assert.deepEqual(used, [
      'pkg:npm/a 1.2.0',
      'pkg:npm/b 1.1.0',
      'pkg:npm/%40acme/c 3.0.0',
      'pkg:npm/lint 2.0.0',
      'pkg:npm/old 1.0.0',
      'pkg:pypi/other 1.0',
    ]);
  });

  test('twice changes no byte, whatever the day', async (t) => {
    const { perform, list } = await aProjectFolder(t, {
      [MAIN]: LIST,
      'package-lock.json': npmLock('a@1.2.0', 'c@1.0.0'),
    });
    await perform(['package-lock.json']);
    const once = await list();
    const again = await perform(['package-lock.json'], { since: '2026-01-01' });
    assert.equal(await list(), once);
    assert.deepEqual([again.added, again.changed, again.unchanged], [[], [], 2]);
  });

  test('takes what is direct, with what serves development; or all, or less', async (t) => {
    const lock = npmLock('a@1.0.0', 'lint@2.0.0 dev');
    const { plan } = await aProjectFolder(t, {
      [MAIN]: 'title: T\nprojects:\n  - pkg:npm/z\n',
      'package-lock.json': lock,
    });
    const added = async (wish: object) =>
      (await plan(['package-lock.json'], wish)).added.map((one) => one.package);
    assert.deepEqual(await added({}), ['pkg:npm/a', 'pkg:npm/lint']);
    assert.deepEqual(await added({ hasDev: false }), ['pkg:npm/a']);
    assert.deepEqual(await added({ isAll: true }), ['pkg:npm/a', 'pkg:npm/deep', 'pkg:npm/lint']);
  });

  test('makes a list that is not there, also where there is none at all', async (t) => {
    const { root, perform, list } = await aProjectFolder(t, { 'package-lock.json': npmLock('a@1.0.0') });
    assert.equal((await perform(['package-lock.json'], { list: 'web-app' })).isNew, true);
    assert.match(
      await list('web-app'),
      /^# yaml-language-server: .+\ntitle: 'Web app'\nprojects:\n {2}- package: pkg:npm\/a\n/,
    );
    assert.equal((await openWorkspace(root)).projects.length, 1);
  });

  test('a package of another list is added as it is followed there', async (t) => {
    const lists = {
      [MAIN]:
        'title: T\nprojects:\n  - { package: pkg:npm/a, id: the-a, track: { since: 2024-05-05 } }\n  - pkg:npm/b\n',
    };
    const { root, perform, list } = await aProjectFolder(t, {
      ...lists,
      'package-lock.json': npmLock('a@1.0.0', 'b@2.0.0'),
    });
    await perform(['package-lock.json'], { list: 'other' });
    assert.match(
      await list('other'),
      /- package: pkg:npm\/a\n {4}uses: '1\.0\.0'\n {4}track: \{ since: 2024-05-05 \}\n {2}- package: pkg:npm\/b\n {4}uses: '2\.0\.0'\n$/,
    );
    const [a] = (await openWorkspace(root)).projects.filter(({ id }) => id === 'the-a');
    assert.deepEqual(a?.lists, [
      { list: 'main', uses: undefined },
      { list: 'other', uses: '1.0.0' },
    ]);
    assert.equal(a?.track.since, '2024-05-05');
  });

  test('ids that would be another project’s are written', async (t) => {
    const list = 'title: T\nprojects:\n  - pkg:npm/@octokit/core\n';
    const lock = npmLock(
      '@babel/core@1.0.0',
      '@types/tool@1.0.0',
      'tool@1.0.0',
      'core@1.0.0',
      'babel-core@1.0.0',
    );
    const { root, perform } = await aProjectFolder(t, { [MAIN]: list, 'package-lock.json': lock });
    const ids = (await perform(['package-lock.json'])).added.map((one) => [one.package, one.id]);
    assert.deepEqual(ids, [
      ['pkg:npm/%40babel/core', 'npm-babel-core'],
      ['pkg:npm/%40types/tool', 'types-tool'],
      ['pkg:npm/babel-core', undefined],
      ['pkg:npm/core', 'npm-core'],
      ['pkg:npm/tool', undefined],
    ]);
    assert.equal((await openWorkspace(root)).projects.length, 6);
  });

  test('an id is numbered where all others are taken', async (t) => {
    const ids = ['core', 'acme-core', 'npm-acme-core'];
    const list = ids.map((id) => `  - { package: pkg:npm/${id}-x, id: ${id} }\n`).join('');
    const files = {
      [MAIN]: `title: T\nprojects:\n${list}`,
      'package-lock.json': npmLock('@acme/core@1.0.0'),
    };
    const { root, perform } = await aProjectFolder(t, files);
    assert.equal((await perform(['package-lock.json'])).added[0]?.id, 'npm-acme-core-2');
    assert.equal((await openWorkspace(root)).projects.length, 4);
  });

  test('several files join; of several versions the lowest counts, by the scheme of the type', async (t) => {
    const files = {
      [MAIN]: LIST,
      'one/package-lock.json': npmLock('a@1.10.0'),
      'two/package-lock.json': npmLock('a@1.9.0'),
      'go.mod': 'module x.example/y\nrequire example.com/z v1.0.0\n',
    };
    const { plan } = await aProjectFolder(t, files);
    const { changed, several, added } = await plan([
      'one/package-lock.json',
      'two/package-lock.json',
      'go.mod',
    ]);
    assert.deepEqual(changed, [{ package: 'pkg:npm/a', from: undefined, to: '1.9.0' }]);
    assert.deepEqual(several, [{ package: 'pkg:npm/a', versions: ['1.9.0', '1.10.0'] }]);
    assert.deepEqual(
      added.map((one) => one.package),
      ['pkg:golang/example.com/z'],
    );
  });

  test('tells what is left out, and why', async (t) => {
    const bom = JSON.stringify({
      bomFormat: 'CycloneDX',
      components: [
        { purl: 'pkg:deb/debian/curl@7' },
        { purl: 'pkg:github/acme/b@v1' },
        { name: 'x\u001b[31m' },
      ],
    });
    const { plan } = await aProjectFolder(t, { [MAIN]: LIST, 'bom.json': bom });
    const { skipped, ...rest } = await plan(['bom.json']);
    assert.deepEqual(
      skipped.map(({ text, why }) => `${text}: ${why}`),
      [
        'x\u001b[31m: has no purl',
        'pkg:deb/debian/curl: no source reads “deb” packages',
        'pkg:github/acme/b: is followed already, as a channel of “b”',
      ],
    );
    const told = describeImport({ ...rest, skipped });
    assert.ok(!told.includes('\u001b'));
    assert.match(told, /- x\\u\{1b\}\[31m has no purl \(.*bom\.json\)\n/);
    const report = Object(JSON.parse(reportImport({ ...rest, skipped })));
    assert.deepEqual([report.text, report.skipped.length], [undefined, 3]);
  });

  test('without a version, the list’s own stays', async (t) => {
    const { plan } = await aProjectFolder(t, { [MAIN]: LIST, 'requirements.txt': 'other>=2\nfresh\n' });
    const { changed, added, unchanged } = await plan(['requirements.txt']);
    assert.deepEqual([changed, unchanged], [[], 1]);
    assert.deepEqual(added, [
      { package: 'pkg:pypi/fresh', id: undefined, uses: undefined, since: '2025-11-27' },
    ]);
  });
});
