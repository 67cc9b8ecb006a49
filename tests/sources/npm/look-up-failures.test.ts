import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { makePackage } from '../../upstream/npm-package.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { HELD, listed, notesOf, play } from './npm-scene.ts';

const isTarball = ({ path }: Asked) => path.endsWith('.tgz');

describe('a tarball that cannot be read', () => {
  const lasting: [string, Fault][] = [
    ['404', { status: 404 }],
    ['403', { status: 403 }],
    ['no archive', { status: 200, body: '<h1>Sign in</h1>' }],
  ];
  for (const [name, fault] of lasting) {
    test(`${name}: not asked for again, and the package is listed`, () =>
      play({ fault: (asked) => (isTarball(asked) ? fault : undefined) }, async ({ lookUp }) => {
        const { listings } = listed((await lookUp()).fetched);
        assert.equal(listings.dropped, 0);
        assert.deepEqual(
          listings.releases.map(({ version }) => version),
          ['1.0.0', '1.1.0', '1.2.0'],
        );
        assert.ok(listings.releases.every((listing) => !('notes' in listing)));
        assert.equal((await lookUp(HELD)).fetched.status, 'unchanged');
      }));
  }

  for (const fault of [{ status: 503 }, { status: 429, headers: { 'retry-after': '1' } }, 'reset'] as const) {
    test(`${JSON.stringify(fault)}: tried again by the next run`, () => {
      let isDown = true;
      const whileDown = (asked: Asked) => (isDown && isTarball(asked) ? fault : undefined);
      return play({ fault: whileDown }, async ({ lookUp }) => {
        const { fetched } = await lookUp();
        assert.equal(listed(fetched).listings.dropped, 0);
        isDown = false;
        assert.equal(notesOf((await lookUp(HELD)).fetched)['1.2.0'], '- Notes of 1.2.0');
      });
    });
  }

  test('what is taken back before the tarball could be read is seen', () => {
    let isDown = false;
    const whileDown = (asked: Asked): Fault | undefined =>
      isDown && isTarball(asked) ? { status: 503 } : undefined;
    return play({ fault: whileDown }, async ({ packages, lookUp }) => {
      await lookUp();
      isDown = true;
      packages.splice(0, 1, makePackage('@acme/tool', 4));
      assert.equal(listed((await lookUp(HELD)).fetched).listings.releases.length, 4);
      packages.splice(0, 1, makePackage('@acme/tool'));
      assert.equal(listed((await lookUp(HELD)).fetched).listings.releases.length, 3);
    });
  });

  test('a version without a tarball has no notes', () =>
    play({}, async ({ packages, lookUp }) => {
      const versions = { '1.0.0': { dist: {} } };
      packages.splice(0, 1, { ...makePackage('@acme/tool'), extra: { versions } });
      const { fetched, asked } = await lookUp();
      assert.deepEqual(asked, ['abbreviated', 'full']);
      assert.equal(listed(fetched).listings.dropped, 0);
    }));
});

describe('a package that is not to be had', () => {
  for (const status of [404, 410, 451]) {
    test(`${status} is gone`, () =>
      play({ fault: () => ({ status }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp();
        assert.deepEqual(fetched, {
          status: 'gone',
          reason: 'the registry has no such package',
          code: status,
        });
      }));
  }

  for (const status of [401, 403]) {
    test(`${status} asks to sign in`, () =>
      play({ fault: () => ({ status }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(HELD);
        assert.ok(fetched.status === 'failed');
        assert.equal(fetched.error.status, status);
        assert.match(fetched.error.message, /npm @acme\/tool/);
        assert.match(fetched.error.remedy ?? '', /npm login/);
        assert.ok(fetched.error.cause instanceof HostError);
      }));
  }

  test('a purl that names no registry fails alone', () =>
    play({}, async ({ lookUp }) => {
      const wrong = parsePackage('pkg:npm/tool?repository_url=a%20b');
      const { fetched, asked } = await lookUp({ package: wrong });
      assert.ok(fetched.status === 'failed' && /repository_url/.test(fetched.error.remedy ?? ''));
      assert.deepEqual(asked, []);
    }));

  test('429 is a failure with its status', () =>
    play({ fault: () => ({ status: 429 }) }, async ({ lookUp }) => {
      const { fetched } = await lookUp(HELD);
      assert.ok(fetched.status === 'failed' && fetched.error.status === 429);
      assert.doesNotMatch(fetched.error.remedy ?? '', /npm login/);
    }));

  test('unpublished as a whole is gone', () => {
    const body = JSON.stringify({
      name: '@acme/tool',
      time: { unpublished: { time: '2024-05-05T00:00:00Z' } },
    });
    const unpublished = { status: 200, headers: { 'content-type': 'application/json' }, body };
    return play({ fault: () => unpublished }, async ({ lookUp }) => {
      const { fetched } = await lookUp(HELD);
      assert.deepEqual(fetched, { status: 'gone', reason: 'all of it was unpublished', code: 410 });
    });
  });
});
