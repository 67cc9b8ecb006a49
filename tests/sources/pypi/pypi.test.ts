import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../../src/core/listing.ts';
import { pypi } from '../../../src/sources/pypi/pypi.ts';
import { HELD, listingsOf } from '../../contract/scene.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeProject, PYPI_HOMES, pypiHandler, sha256Of } from '../../upstream/pypi.ts';
import { ABOUT, PAGE, PURL, play, sourceOf } from './pypi-scene.ts';

const PASSWORD = 'pypi-0123456789secret';

for (const kind of ['full-featured', 'html', 'json-as-html', 'html-as-json'] as const) {
  testSource(`pypi, ${kind}`, {
    source: pypi,
    handlers: () => [
      pypiHandler([makeProject('my-tool', ['1.0', '2.0rc1', '1.0.1']), makeProject('other')], {
        kind,
        authorization: `Basic ${Buffer.from(`__token__:${PASSWORD}`).toString('base64')}`,
      }),
    ],
    world: (upstream) =>
      worldAt(upstream, { homes: PYPI_HOMES, credential: { user: '__token__', password: PASSWORD } }),
    isAbout: ({ path }, purl) => path.includes(`/${purl.slice('pkg:pypi/'.length)}`),
    secret: PASSWORD,
    package: 'pkg:pypi/my-tool',
    // Without dates there is no latest: the suite then takes the first.
    newest: kind.startsWith('html') ? '1.0' : '1.0.1',
    complete: true,
    other: 'pkg:pypi/other',
    missing: 'pkg:pypi/missing',
  });
}

describe('PyPI', () => {
  test('is asked for three documents at first, then for the page alone', () =>
    play({}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(first.asked, [PAGE, ABOUT, sourceOf('1.2')]);
      assert.deepEqual(listingsOf(first.fetched), {
        upstream: {
          name: 'tool',
          description: 'What tool is',
          license: 'MIT',
          homepage: 'https://acme.example/',
          repository: 'https://github.com/acme/tool',
        },
        releases: ['1.0', '1.1', '1.2'].map(
          (version, day): Listing => ({
            version,
            publishedAt: `2024-01-0${day + 1}T00:00:00Z`,
            yanked: false,
            deprecated: false,
            assets: [`tool-${version}-py3-none-any.whl`, `tool-${version}.tar.gz`].map((name) => ({
              name,
              size: name.length,
              digest: `sha256:${sha256Of(name)}`,
            })),
            notes: `- Notes of ${version}`,
            notesFrom: 'changelog',
          }),
        ),
        complete: true,
        dropped: 0,
      });
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [PAGE]]);
    }));

  test('a name of any spelling is asked for in its normal one', () =>
    play({}, async ({ lookUp }) => {
      assert.equal((await lookUp('pkg:pypi/Tool')).asked[0], PAGE);
    }));

  test('a late wheel is an asset, and no new date', () =>
    play({}, async ({ projects, lookUp }) => {
      await lookUp(PURL);
      const { files, ...rest } = makeProject('tool');
      const late = { filename: 'tool-1.0-cp313-cp313-win_amd64.whl', uploadedAt: '2024-02-01T00:00:00Z' };
      projects.splice(0, 1, { ...rest, files: [late, ...files] });
      const { fetched, asked } = await lookUp(PURL, { held: HELD });
      assert.deepEqual(asked, [PAGE, ABOUT], 'the newest version is the same');
      const [release] = listingsOf(fetched).releases;
      assert.deepEqual([release?.publishedAt, release?.assets?.length], ['2024-01-01T00:00:00Z', 3]);
    }));

  test('a version is yanked when all of its files are', () => {
    const { files, ...rest } = makeProject('tool');
    const yanked = [true, 'broken', true, true, true, false] as const;
    const project = {
      ...rest,
      files: files.map((file, index) => ({ ...file, yanked: yanked[index] ?? false })),
    };
    return play({ project }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map((release) => release.yanked),
        ['broken', 'yanked', false],
      );
    });
  });

  test('the newest version that is not yanked is opened', () => {
    const { files, ...rest } = makeProject('tool');
    const project = { ...rest, files: files.map((file, index) => ({ ...file, yanked: index >= 4 })) };
    return play({ project }, async ({ lookUp }) => {
      assert.deepEqual((await lookUp(PURL)).asked, [PAGE, ABOUT, sourceOf('1.1')]);
    });
  });

  test('versions without files, epochs and old spellings', () => {
    const versions = ['0.1', '1!0.1', '2004d', '1.0-beta'];
    const names = ['tool-1!0.1.tar.gz', 'tool-2004d.tar.gz', 'tool-1.0b0-py3-none-any.whl', 'tool-0.9.0.zip'];
    const files = names.map((filename) => ({ filename, uploadedAt: '2024-01-01T00:00:00Z' }));
    return play({ project: { versions, files } }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map(({ version, assets }) => [version, assets?.map(({ name }) => name)]),
        [
          ['0.1', []],
          ['1!0.1', ['tool-1!0.1.tar.gz']],
          ['2004d', ['tool-2004d.tar.gz']],
          ['1.0-beta', ['tool-1.0b0-py3-none-any.whl']],
          ['0.9.0', ['tool-0.9.0.zip']],
        ],
      );
      assert.deepEqual([releases[0]?.yanked, releases[0]?.publishedAt, dropped], [undefined, undefined, 0]);
    });
  });

  test('a file of no version is nothing, where all versions are listed', () => {
    const { files, ...rest } = makeProject('tool');
    return play(
      { project: { ...rest, files: [...files, { filename: 'other.dmg' }] } },
      async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases.length, dropped], [3, 0]);
      },
    );
  });

  test('attestations are told', () => {
    const { files, ...rest } = makeProject('tool');
    const project = { ...rest, files: files.map((file, index) => ({ ...file, isAttested: index === 3 })) };
    return play({ project }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map(({ provenance }) => provenance),
        [undefined, 'https://peps.python.org/pep-0740/', undefined],
      );
    });
  });

  test('a version without a source distribution has no notes, and that is no fault', () => {
    const { files, ...rest } = makeProject('tool');
    const project = { ...rest, files: files.filter(({ filename }) => filename.endsWith('.whl')) };
    return play({ project }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual([asked, listingsOf(fetched).dropped], [[PAGE, ABOUT], 0]);
    });
  });

  for (const [name, element] of [
    ['too large', { size: 64 * 1024 * 1024 + 1 }],
    ['without an address', { url: null }],
    ['at no web address', { url: 'file:///etc/passwd' }],
  ] as const) {
    test(`a source distribution ${name} is not opened`, () => {
      const { files, ...rest } = makeProject('tool');
      const project = { ...rest, files: files.map((file) => ({ ...file, element })) };
      return play({ project }, async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(PURL);
        assert.deepEqual([asked, listingsOf(fetched).dropped], [[PAGE, ABOUT], 0]);
      });
    });
  }

  test('one as large as it may be is', () => {
    const { files, ...rest } = makeProject('tool');
    const element = { size: 64 * 1024 * 1024 };
    return play(
      { project: { ...rest, files: files.map((file) => ({ ...file, element })) } },
      async ({ lookUp }) => {
        assert.equal((await lookUp(PURL)).asked.length, 3);
      },
    );
  });

  test('five thousand versions with twenty files each', () => {
    const versions = Array.from({ length: 5000 }, (_, n) => `1.${n}`);
    const files = versions.flatMap((version) =>
      Array.from({ length: 20 }, (_, n) => ({ filename: `tool-${version}-cp3${n}-cp3${n}-win_amd64.whl` })),
    );
    return play({ project: { versions, files } }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, releases.at(-1)?.assets?.length], [5000, 20]);
    });
  });
});
