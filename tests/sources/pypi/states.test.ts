import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELD, listingsOf } from '../../contract/scene.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { PAGE, PURL, play } from './pypi-scene.ts';

describe('the status of a project', () => {
  const statuses: [object, string | false, true | undefined][] = [
    [{ status: 'active' }, false, undefined],
    [{ status: 'archived', reason: 'done' }, false, true],
    [{ status: 'deprecated' }, 'the project is deprecated', undefined],
    [{ status: 'deprecated', reason: 'use other' }, 'use other', undefined],
    [{ status: 'unheard-of', reason: null }, false, undefined],
    [{ status: 7 }, false, undefined],
  ];
  for (const [status, deprecated, archived] of statuses) {
    test(JSON.stringify(status), () =>
      play({ project: { page: { 'project-status': status } } }, async ({ lookUp }) => {
        const { releases, upstream } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual(
          releases.map((release) => release.deprecated),
          [deprecated, deprecated, deprecated],
        );
        assert.equal(upstream.archived, archived);
      }),
    );
  }

  test('quarantined: out of reach, which is neither a failure nor a withdrawal', () => {
    const status = { status: 'quarantined', reason: 'malware' };
    return play({ project: { versions: [], files: [], status } }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL, { held: HELD });
      const reason = 'the index holds it in quarantine. malware';
      assert.deepEqual([fetched, asked], [{ status: 'gone', reason, code: 403 }, [PAGE]]);
    });
  });

  test('a project that is not archived any more', () =>
    play({ fault: isAbout404 }, async ({ lookUp }) => {
      const held = { upstream: { name: 'tool', archived: true as const, license: 'MIT' }, releases: [] };
      const { upstream } = listingsOf((await lookUp(PURL, { held, fresh: true })).fetched);
      assert.deepEqual(upstream, { name: 'tool', license: 'MIT' });
    }));
});

function isAbout404({ path }: Asked) {
  return path.endsWith('/json') ? { status: 404 } : undefined;
}

describe('the second API', () => {
  const held = { upstream: { name: 'tool', license: 'held' }, releases: [] };
  for (const [fault, again] of [
    [{ status: 503 }, 'listed'],
    ['reset', 'listed'],
    [{ status: 403 }, 'unchanged'],
    [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }, 'unchanged'],
    [{ status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }, 'unchanged'],
    [{ status: 404 }, 'unchanged'],
  ] as const) {
    test(`${JSON.stringify(fault)}: what is held stays`, () => {
      let isDown = true;
      const whileDown = ({ path }: Asked) => (isDown && path.endsWith('/json') ? fault : undefined);
      return play({ fault: whileDown }, async ({ lookUp }) => {
        const { upstream, dropped } = listingsOf((await lookUp(PURL, { held, fresh: true })).fetched);
        assert.deepEqual([upstream, dropped], [held.upstream, 0]);
        isDown = false;
        const next = await lookUp(PURL, { held });
        assert.equal(next.fetched.status, again);
        if (next.fetched.status === 'listed') assert.equal(listingsOf(next.fetched).upstream.license, 'MIT');
      });
    });
  }
});

describe('a project that is not to be had', () => {
  for (const code of [404, 410, 451]) {
    test(`${code} is gone`, () =>
      play({ fault: () => ({ status: code }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'gone' && fetched.code === code);
      }));
  }

  for (const [name, path] of [
    ['..%2Fpypi', '-%2Fpypi'],
    ['a%3Fb', 'a%3Fb'],
    ['a%23b', 'a%23b'],
  ] as const) {
    test(`the name ${name} stays where it belongs`, () =>
      play({}, async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(`pkg:pypi/${name}`);
        assert.deepEqual([fetched.status, asked], ['gone', [`GET /simple/${path}/`]]);
      }));
  }
});
