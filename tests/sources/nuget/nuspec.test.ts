import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normaliseVersion } from '../../../src/sources/nuget/normalise-version.ts';
import { listingsOf } from '../../contract/scene.ts';
import { makePackage } from '../../upstream/nuget.ts';
import { heldAfter, notesOf, PURL, pathsIn, play } from './nuget-scene.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `1.${index}.0`);
const manifestsIn = (asked: readonly string[]) => pathsIn(asked).filter((path) => path.endsWith('.nuspec'));

describe('a version as file names have it', () => {
  for (const [version, normal] of [
    ['1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['1.2.3', '1.2.3'],
    ['1.2.3.0', '1.2.3'],
    ['1.2.3.00', '1.2.3'],
    ['1.2.3.4', '1.2.3.4'],
    ['01.02.003', '1.2.3'],
    ['1.0.0-RC.1+Build.5', '1.0.0-rc.1'],
    ['1.0-alpha', '1.0.0-alpha'],
    ['1.0.0+a-b', '1.0.0'],
    ['1.2.3.4.5', '1.2.3.4.5'],
    ['Latest', 'latest'],
    ['', ''],
  ] as const) {
    test(`${version} is ${normal}`, () => assert.equal(normaliseVersion(version), normal));
  }
});

describe('manifests', () => {
  test('give notes, commit and repository', () =>
    play([makePackage('Acme.Tool', ['1.0.0'])], {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      const { releases, upstream } = listingsOf(fetched);
      assert.equal(releases[0]?.notes, 'Notes of 1.0.0');
      assert.equal(releases[0]?.notesFrom, 'release');
      assert.equal(releases[0]?.commit, '91e95be6b6634e3c21072dfcd661146728694326');
      assert.equal(upstream.repository, 'https://github.com/acme/Acme.Tool');
    }));

  test('are read of the ten newest at first, and then of what is new', async () => {
    const packages = [makePackage('Acme.Tool', numbered(12))];
    await play(packages, {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.equal(manifestsIn(first.asked).length, 10);
      assert.equal(notesOf(first.fetched)['1.1.0'], undefined);
      assert.equal(notesOf(first.fetched)['1.2.0'], 'Notes of 1.2.0');
      packages.splice(0, 1, makePackage('Acme.Tool', numbered(13)));
      const { fetched, asked } = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(manifestsIn(asked), ['acme.tool/1.12.0/acme.tool.nuspec']);
      assert.equal(notesOf(fetched)['1.12.0'], 'Notes of 1.12.0');
      assert.equal(notesOf(fetched)['1.11.0'], undefined, 'what is held is not said again');
      assert.equal((await lookUp(PURL, { held: heldAfter(fetched) })).fetched.status, 'unchanged');
    });
  });

  test('of many new versions at once are read in several runs', async () => {
    const packages = [makePackage('Acme.Tool', ['0.1.0'])];
    await play(packages, {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      packages.splice(0, 1, makePackage('Acme.Tool', ['0.1.0', ...numbered(25)]));
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      const held = heldAfter(second.fetched);
      const third = await lookUp(PURL, { held });
      const fourth = await lookUp(PURL, { held });
      const counts = [second, third, fourth].map(({ asked }) => manifestsIn(asked).length);
      assert.deepEqual(counts, [10, 10, 5]);
      assert.equal(notesOf(fourth.fetched)['1.0.0'], 'Notes of 1.0.0');
      assert.equal((await lookUp(PURL, { held })).fetched.status, 'unchanged');
    });
  });

  test('are asked for again where the host may be well by then', async () => {
    let isIll = true;
    const fault = ({ path }: { path: string }) =>
      isIll && path.endsWith('.nuspec') ? { status: 503 } : undefined;
    await play([makePackage('Acme.Tool', ['1.0.0'])], { fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(notesOf(first.fetched), { '1.0.0': undefined });
      assert.equal(listingsOf(first.fetched).dropped, 0);
      isIll = false;
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(notesOf(second.fetched), { '1.0.0': 'Notes of 1.0.0' });
      assert.equal(listingsOf(second.fetched).upstream.repository, 'https://github.com/acme/Acme.Tool');
      const third = await lookUp(PURL, { held: heldAfter(second.fetched) });
      assert.equal(third.fetched.status, 'unchanged');
    });
  });

  for (const [name, nuspec] of [
    ['missing', undefined],
    ['broken', '<b>'],
    ['a web page', '</metadata></package><html>'],
  ] as const) {
    test(`that are ${name} are not asked for again`, async () => {
      const { versions, id } = makePackage('Acme.Tool', ['1.0.0']);
      const [version] = versions;
      assert.ok(version);
      const { nuspec: _, ...rest } = version;
      const packages = [{ id, versions: [{ ...rest, ...(nuspec !== undefined && { nuspec }) }] }];
      await play(packages, {}, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.deepEqual(notesOf(fetched), { '1.0.0': undefined });
        assert.equal((await lookUp(PURL, { held: heldAfter(fetched) })).fetched.status, 'unchanged');
      });
    });
  }

  for (const [name, nuspec, commit, notes] of [
    [
      'a commit that is none',
      '<repository url="https://github.com/a/b" commit="main"/><releaseNotes>x</releaseNotes>',
      undefined,
      'x',
    ],
    ['a commit in capitals', '<repository commit="ABCDEF0123"/>', 'abcdef0123', undefined],
    [
      'notes on several lines',
      '<releaseNotes>&#xD;\n- one\n- two &amp; three\n</releaseNotes>',
      undefined,
      '- one\n- two & three',
    ],
    ['empty notes', '<releaseNotes> </releaseNotes>', undefined, undefined],
    ['nothing', '<id>Acme.Tool</id>', undefined, undefined],
  ] as const) {
    test(`may have ${name}`, () => {
      const pkg = makePackage('Acme.Tool', ['1.0.0']);
      const versions = pkg.versions.map((version) => ({ ...version, nuspec }));
      return play([{ ...pkg, versions }], {}, async ({ lookUp }) => {
        const [release] = listingsOf((await lookUp(PURL)).fetched).releases;
        assert.deepEqual([release?.commit, release?.notes], [commit, notes]);
      });
    });
  }
});
