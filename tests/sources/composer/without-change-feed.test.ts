import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePackage } from '../../upstream/composer.ts';
import {
  FILES,
  fileOf,
  held,
  LIST,
  NAMES,
  release,
  SINCE,
  statusOf,
  three,
  UNCHANGED,
} from './change-scene.ts';
import { HOUR, NOW, play } from './composer-scene.ts';

describe('without the list', () => {
  const isList = ({ path }: { path: string }) => path === LIST;
  const JSON_TYPE = { 'content-type': 'application/json' };
  for (const [name, fault] of [
    ['failing', { status: 500 }],
    ['missing', { status: 404 }],
    ['refused', { status: 400, body: '{"timestamp":17300000000000}' }],
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }],
    ['without actions', { status: 200, headers: JSON_TYPE, body: `{"timestamp":${NOW + HOUR}}` }],
    ['without an end', { status: 200, headers: JSON_TYPE, body: '{"actions":[]}' }],
    ['of another time', { status: 200, headers: JSON_TYPE, body: '{"actions":[],"timestamp":1}' }],
    [
      'with an unreadable action',
      { status: 200, headers: JSON_TYPE, body: `{"actions":[7],"timestamp":${NOW + HOUR}}` },
    ],
  ] as const) {
    test(`(${name}) every package is asked for by itself`, () => {
      let isIll = false;
      return held(
        async (stage, packages) => {
          isIll = true;
          release(packages, stage, 'acme/c');
          const { status, asked } = await stage.run(NAMES);
          assert.deepEqual(status, statusOf('unchanged', 'unchanged', 'listed'));
          assert.deepEqual(
            asked.filter((path) => path.startsWith('/p2/')),
            FILES,
          );
        },
        (asked) => (isIll && isList(asked) ? fault : undefined),
      );
    });
  }

  test('the first import stands, and later runs find it', () => {
    let isIll = true;
    return play(
      three(),
      (asked) => (isIll && isList(asked) ? { status: 503 } : undefined),
      async ({ run }) => {
        assert.deepEqual(
          (await run(NAMES, { held: undefined })).status,
          statusOf('listed', 'listed', 'listed'),
        );
        isIll = false;
        const second = await run(NAMES);
        assert.deepEqual(second.asked, [LIST, ...FILES]);
        assert.deepEqual(second.status, UNCHANGED);
        assert.deepEqual((await run(NAMES)).asked, [SINCE]);
      },
    );
  });
});

describe('whatever the list says', () => {
  test('a fresh look-up is read', () =>
    held(async ({ run }) => {
      const { status } = await run(['acme/a'], { fresh: true });
      assert.deepEqual(status, { 'acme/a': 'listed' });
    }));

  test('another span of time is read', () =>
    held(async ({ run }) => {
      const { status } = await run(['acme/a'], { since: '2024-01-01T00:00:00Z' });
      assert.deepEqual(status, { 'acme/a': 'listed' });
    }));

  test('a package that is new to us is read', () =>
    held(async ({ run }, packages) => {
      packages.push(makePackage('acme/d', ['1.0.0']));
      const { status, asked } = await run([...NAMES, 'acme/d']);
      assert.deepEqual(status, { ...UNCHANGED, 'acme/d': 'listed' });
      assert.deepEqual(asked, [SINCE, fileOf('acme/d')]);
    }));

  test('a package of another repository is not asked about there', () =>
    held(async ({ run, origin }) => {
      const { status, asked } = await run([`acme/a?repository_url=${encodeURIComponent(`${origin}/own`)}`]);
      assert.deepEqual(Object.values(status), ['failed']);
      assert.deepEqual(asked, ['/own/packages.json']);
    }));

  test('packages of another repository remember nothing of it', () =>
    held(async ({ run, origin }) => {
      const own = `acme/a?repository_url=${encodeURIComponent(origin)}`;
      const { fetched, asked } = await run(['acme/d', own, own.replace('/a?', '/b?')], { held: undefined });
      const receipts = [...fetched.values()].flatMap((one) => (one.status === 'listed' ? one.receipts : []));
      assert.deepEqual(asked.filter((path) => path === '/packages.json').length, 1, 'it is asked once');
      assert.equal(receipts.filter(({ key }) => key.startsWith('composer changes')).length, 0);
      assert.equal(receipts.length, 4);
    }));

  test('no package is no request', () =>
    held(async ({ run }) => assert.deepEqual((await run([])).asked, [])));
});
