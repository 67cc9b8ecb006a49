import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { failure, tally, withGithub } from './look-up.ts';

const NAMES = Array.from({ length: 50 }, (_, number) => `acme/r${number}`);
const REPOSITORIES = NAMES.map((name) => makeRepository(name, 2));
const [FIRST = ''] = NAMES;

describe('a host that refuses', () => {
  const manyNames = Array.from({ length: 1000 }, (_, number) => `acme/x${number}`);

  test('a limit of points: the rest of the run fails without another request', async () => {
    await withGithub(REPOSITORIES, { queries: 2 }, async ({ lookUp, upstream }) => {
      const all = await lookUp([...NAMES, ...manyNames]);
      assert.equal(tally(all)['failed'], 1050 - 50, 'the second query was for unknown names, which are gone');
      assert.ok(upstream.asked.length <= 6, `${upstream.asked.length} requests`);
      const error = failure(all.at(-1));
      assert.equal(error.status, 429);
      assert.match(error.remedy ?? '', /run again/);
    });
  });

  const STATUSES = [
    [401, {}, /GITHUB_TOKEN/],
    [403, {}, /may read/],
    [403, { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '1900000000' }, /may read/],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1900000000' }, /after 2030-03-17T17:46:40Z/],
    [404, {}, /GITHUB_API_URL/],
    [429, { 'retry-after': '3000' }, /higher limit/],
  ] as const;
  for (const [status, headers, remedy] of STATUSES) {
    test(`${status} ${Object.keys(headers).join(' ')}`, async () => {
      const fault = () => ({
        status,
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
      await withGithub(REPOSITORIES, { fault }, async ({ lookUp, upstream }) => {
        const all = await lookUp(manyNames);
        assert.deepEqual(tally(all), { failed: 1000 });
        assert.ok(upstream.asked.length <= 4, `${upstream.asked.length} requests`);
        assert.equal(failure(all.at(-1)).status, status);
        assert.match(failure(all.at(-1)).remedy ?? '', remedy);
      });
    });
  }

  for (const [status, requests] of [
    [403, 1],
    [429, 1],
    [502, 1],
    [500, 2],
  ] as const) {
    test(`${status} for a single repository: asked ${requests} times`, async () => {
      await withGithub(REPOSITORIES, { fault: () => ({ status }) }, async ({ lookUp, upstream }) => {
        assert.equal(failure((await lookUp([FIRST]))[0]).status, status);
        assert.equal(upstream.asked.length, requests);
      });
    });
  }

  test('a host that is down is not asked a thousand times', async () => {
    await withGithub(REPOSITORIES, { fault: () => ({ status: 502 }) }, async ({ lookUp, upstream }) => {
      const all = await lookUp(manyNames);
      assert.deepEqual(tally(all), { failed: 1000 });
      assert.equal(failure(all.at(-1)).status, 502);
      assert.ok(upstream.asked.length <= 40, `${upstream.asked.length} requests`);
    });
  });

  test('several bad repositories are not yet a host that is down', async () => {
    const bad = (asked: Asked) =>
      NAMES.filter((_, n) => n % 5 === 0).some((name) => asked.body.includes(`"${name.slice(5)}"`));
    const fault = (asked: Asked) => (bad(asked) ? { status: 502 } : undefined);
    await withGithub(REPOSITORIES, { fault }, async ({ lookUp }) => {
      assert.deepEqual(tally(await lookUp(NAMES)), { failed: 10, listed: 40 });
    });
  });
});

test('what a host says of its deprecations does not reach the console', async (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  const headers = { 'content-type': 'application/json', deprecation: 'true', sunset: 'hostile text' };
  const fault = () => ({ status: 200, headers, body: '{"data":{}}' });
  await withGithub(REPOSITORIES, { fault }, async ({ lookUp }) => {
    assert.deepEqual(tally(await lookUp([FIRST])), { failed: 1 });
    assert.equal(warn.mock.callCount(), 0);
  });
});
