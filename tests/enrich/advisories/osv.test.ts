import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { AdvisoryDatabase } from '../../../src/enrich/advisories/database.ts';
import type { Fault } from '../../upstream/upstream.ts';
import { ask, databases, osvRecord } from './a-database.ts';

const ASKED = ask('pkg:npm/axios', 'pkg:npm/left-pad', 'pkg:pypi/django');

async function open(t: TestContext, world: Parameters<typeof databases>[1], asked = ASKED) {
  const opened = await databases(asked, world);
  t.after(opened.upstream.close);
  return opened;
}

/** What was listed, in short: ids, or why there are none. */
async function listOf(database: AdvisoryDatabase, asked = ASKED) {
  const lists = await database.list(asked);
  return Object.fromEntries(
    [...lists].map(([purl, list]) => [
      purl,
      list.status === 'listed' ? [...list.records.keys()] : list.error.message,
    ]),
  );
}

const THREE = ['GHSA-1', 'GHSA-2', 'GHSA-3'].map((id) => osvRecord(id));

describe('the lists of OSV', () => {
  test('are read in one request, and an empty one is empty', async (t) => {
    const { osv, upstream } = await open(t, { records: [...THREE, osvRecord('GHSA-4', 'left-pad')] });
    assert.deepEqual(await listOf(osv), {
      'pkg:npm/axios': ['GHSA-1', 'GHSA-2', 'GHSA-3'],
      'pkg:npm/left-pad': ['GHSA-4'],
      'pkg:pypi/django': [],
    });
    assert.equal(upstream.asked.length, 1);
  });

  test('have pages of their own, each read to the last', async (t) => {
    const { osv, upstream } = await open(t, {
      records: [...THREE, osvRecord('GHSA-4', 'left-pad')],
      pageSize: 1,
    });
    assert.deepEqual((await listOf(osv))['pkg:npm/axios'], ['GHSA-1', 'GHSA-2', 'GHSA-3']);
    assert.deepEqual(
      upstream.asked.map(({ body }) => JSON.parse(body).queries.length),
      [3, 1, 1],
    );
  });

  test('that never end are failures of their packages alone', async (t) => {
    const records = [osvRecord('GHSA-1')];
    const { osv, upstream } = await open(t, { records, isEndless: true });
    assert.match(String((await listOf(osv))['pkg:npm/axios']), /axios does not end/);
    assert.equal(upstream.asked.length, 50);
  });

  test('that lead back to a page that was read are failures', async (t) => {
    const looping = JSON.stringify({ results: [{ vulns: [], next_page_token: 'again' }] });
    const headers = { 'content-type': 'application/json' };
    const { osv, upstream } = await open(t, { fault: () => ({ status: 200, headers, body: looping }) });
    assert.match(String((await listOf(osv, ask('pkg:npm/axios')))['pkg:npm/axios']), /does not end/);
    assert.equal(upstream.asked.length, 2);
  });

  test('of a thousand packages are one request, and of one more are two', async (t) => {
    const many = ask(...Array.from({ length: 1001 }, (_, n) => `pkg:npm/p${n}`));
    const { osv, upstream } = await open(t, {}, many);
    assert.equal((await osv.list(many)).size, 1001);
    assert.deepEqual(
      upstream.asked.map(({ body }) => JSON.parse(body).queries.length),
      [1000, 1],
    );
  });

  test('are read without the one that OSV refuses', async (t) => {
    const { osv } = await open(t, { records: THREE, refused: new Set(['left-pad']) });
    const lists = await listOf(osv);
    assert.deepEqual(lists['pkg:npm/axios'], ['GHSA-1', 'GHSA-2', 'GHSA-3']);
    assert.deepEqual(lists['pkg:pypi/django'], []);
    assert.match(String(lists['pkg:npm/left-pad']), /400/);
  });

  test('count what is no id, and ask for no such thing', async (t) => {
    const listedOnly = ['../../x', 'a/b', '', 'con', 'GHSA-1/..'].map((id) => ({
      name: 'axios',
      id,
      modified: '2026-01-01T00:00:00Z',
    }));
    const { osv } = await open(t, { records: THREE.slice(0, 1), listedOnly });
    const list = (await osv.list(ASKED)).get('pkg:npm/axios');
    assert.ok(list?.status === 'listed');
    assert.deepEqual([...list.records.keys()], ['GHSA-1']);
    assert.equal(list.dropped, 5);
  });
});

const FAULTS: Readonly<Record<string, Fault>> = {
  'a server error': { status: 500, body: 'oops' },
  'a page of HTML': { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' },
  'HTML that says it is JSON': { status: 200, headers: { 'content-type': 'application/json' }, body: '<h1>' },
  'half an answer': 'truncate',
  'a connection that is cut': 'reset',
  'too few results': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"results":[]}' },
  'another shape': { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' },
};

describe('a failed look-up is no empty list, and no record', () => {
  for (const [name, fault] of Object.entries(FAULTS)) {
    test(name, async (t) => {
      const { osv } = await open(t, { records: THREE, fault: () => fault });
      const lists = await osv.list(ASKED);
      assert.deepEqual(
        [...lists.values()].map(({ status }) => status),
        ['failed', 'failed', 'failed'],
      );
      assert.equal((await osv.read('GHSA-1')).status, 'failed');
    });
  }

  test('a host that limits us is waited for as it says, and asked again', async (t) => {
    const fault = (_: unknown, nth: number): Fault | undefined =>
      nth === 1 ? { status: 429, headers: { 'retry-after': '2' }, body: '' } : undefined;
    const { osv, upstream } = await open(t, { records: THREE, fault });
    assert.deepEqual((await listOf(osv))['pkg:npm/axios'], ['GHSA-1', 'GHSA-2', 'GHSA-3']);
    assert.equal(upstream.asked.length, 2);
  });
});

describe('one record', () => {
  test('is read by its id', async (t) => {
    const { osv } = await open(t, { records: THREE });
    const found = await osv.read('GHSA-2');
    assert.ok(found.status === 'found');
    assert.equal(found.record.id, 'GHSA-2');
  });

  test('that OSV does not know is gone, which is no failure', async (t) => {
    const { osv } = await open(t, { records: THREE });
    assert.deepEqual(await osv.read('GHSA-9'), { status: 'gone' });
  });

  test('that is larger than any is a failure of its own', async (t) => {
    const large = osvRecord('GHSA-7', 'axios', { details: 'x'.repeat(3 * 1024 * 1024) });
    const { osv } = await open(t, { records: [...THREE, large] });
    const found = await osv.read('GHSA-7');
    assert.ok(found.status === 'failed');
    assert.match(found.error.message, /bytes|large/i);
    assert.equal((await osv.read('GHSA-1')).status, 'found');
  });
});
