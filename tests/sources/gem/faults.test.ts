import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import { type GemVersion, makeGemPackage } from '../../upstream/gem.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { PURL, play, type Setting } from './gem-scene.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what cannot be read', () => {
  const [first, second, third] = makeGemPackage('tool').versions;
  const withSecond = (more: Partial<GemVersion>): Setting => {
    assert.ok(first && second && third);
    return { gem: { versions: [first, { ...second, ...more }, third] } };
  };

  for (const [name, element] of [
    ['a platform', { platform: '../..' }],
    ['a checksum', { sha: 'none' }],
    ['a flag', { prerelease: 'no' }],
  ] as const) {
    test(`${name} of the list: the version stands by itself`, () =>
      play(withSecond({ element }), async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        const { notes, notesFrom, ...bare } =
          releases.find(({ version }) => version === '1.1.0') ?? assert.fail();
        assert.deepEqual(
          [bare, dropped, releases.length],
          [{ version: '1.1.0', publishedAt: '2024-01-02T00:00:00Z' }, 1, 3],
        );
      }));
  }

  test('one platform of a version: its other files stay unsaid, or one would seem to be removed', () => {
    const versions = [
      { number: '1.0.0', publishedAt: '2024-01-01T00:00:00Z' },
      { number: '1.0.0', publishedAt: '2024-01-01T00:00:00Z', platform: 'java', element: { sha: 7 } },
    ];
    return play({ gem: { versions } }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases[0]?.assets, releases.length, dropped], [undefined, 1, 1]);
    });
  });

  for (const element of [{}, { sha: 7 }]) {
    test(`the file of its first day: it came out when it did, ${JSON.stringify(element)}`, () => {
      const heldAt = '2024-01-01T12:00:00Z';
      const held = { upstream: {}, releases: [{ version: '1.1.0', publishedAt: heldAt, seenAt: heldAt }] };
      return play(withSecond({ element }), async ({ lookUp }) => {
        const { releases } = listingsOf((await lookUp(PURL, { held, fresh: true })).fetched);
        assert.equal(releases.find(({ version }) => version === '1.1.0')?.publishedAt, heldAt);
      });
    });
  }

  test('a number of the list: counted, and the index has it', () =>
    play(withSecond({ element: { number: '1.1.0/../..' } }), async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, dropped], [3, 1]);
    }));

  test('a checksum in capitals is the same', () =>
    play(withSecond({ element: { sha: 'AB'.repeat(32) } }), async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      const release = releases.find(({ version }) => version === '1.1.0');
      assert.equal(release?.assets?.[0]?.digest, `sha256:${'ab'.repeat(32)}`);
    }));

  test('no checksum and no date are no fault', () =>
    play(withSecond({ element: { sha: null, created_at: null } }), async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      const release = releases.find(({ version }) => version === '1.1.0');
      assert.deepEqual(
        [release?.assets, release?.publishedAt, dropped],
        [[{ name: 'tool-1.1.0.gem' }], undefined, 0],
      );
    }));

  for (const line of [
    'no line',
    '1.1.0 rack:>= 1',
    '../.. |checksum:x',
    '1.1.0-../.. |checksum:x',
    `${'9'.repeat(5)}x |a`,
  ]) {
    test(`of the index: ${line}`, () =>
      play({ ...withSecond({ line }), hasApi: false }, async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases.map(({ version }) => version), dropped], [['1.0.0', '1.2.0'], 1]);
      }));
  }

  test('a line without a checksum has a file without a digest', () =>
    play(
      { ...withSecond({ line: '1.1.0-java |checksum:x,ruby:>= 1' }), hasApi: false },
      async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases[1]?.assets, dropped], [[{ name: 'tool-1.1.0-java.gem' }], 0]);
      },
    ));

  for (const [name, body] of [
    ['no list', '{"a":1}'],
    ['nothing that can be read', '[1,{}]'],
  ] as const) {
    test(`${name} instead of versions is a failure`, () => {
      const fault = ({ path }: Asked) =>
        path.startsWith('/api/v1/versions/') ? { status: 200, headers: JSON_TYPE, body } : undefined;
      return play({ fault }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
      });
    });
  }
});

describe('documents that fail', () => {
  for (const status of [500, 429, 403]) {
    test(`the list of versions, ${status}: a failure, for without it there are no dates`, () => {
      const fault = ({ path }: Asked) => (path.startsWith('/api/v1/versions/') ? { status } : undefined);
      return play({ fault }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error.status === status);
      });
    });
  }

  for (const [fault, again] of [
    [{ status: 503 }, 'listed'],
    [{ status: 403 }, 'unchanged'],
    [{ status: 404 }, 'unchanged'],
    [{ status: 200, headers: JSON_TYPE, body: '[]' }, 'unchanged'],
  ] as const) {
    test(`about the gem, ${fault.status}: what is held stays`, () => {
      let isDown = true;
      const whileDown = ({ path }: Asked) => (isDown && path.startsWith('/api/v1/gems/') ? fault : undefined);
      return play({ fault: whileDown }, async ({ lookUp }) => {
        const held = { upstream: { name: 'tool', license: 'held' }, releases: [] };
        const { upstream, dropped } = listingsOf((await lookUp(PURL, { held, fresh: true })).fetched);
        assert.deepEqual([upstream, dropped], [held.upstream, 0]);
        isDown = false;
        assert.equal((await lookUp(PURL, { held })).fetched.status, again);
      });
    });
  }

  for (const code of [404, 410, 451]) {
    test(`the index, ${code}: gone`, () =>
      play({ fault: () => ({ status: code }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'gone' && fetched.code === code);
      }));
  }
});

for (const [name, path] of [
  ['..%2Fapi', '..%2Fapi'],
  ['a%3Fb', 'a%3Fb'],
  ['a%23b', 'a%23b'],
] as const) {
  test(`the name ${name} stays where it belongs`, () =>
    play({}, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(`pkg:gem/${name}`);
      assert.deepEqual([fetched.status, asked], ['gone', [`GET /info/${path}`]]);
    }));
}
