import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { FormatError, HostError } from '../../../src/platform/errors.ts';
import { createGithub } from '../../../src/sources/github/github.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { tally, withGithub } from './look-up.ts';
import { TOKEN } from './world.ts';

const NAMES = Array.from({ length: 50 }, (_, number) => `acme/r${number}`);
const REPOSITORIES = NAMES.map((name) => makeRepository(name, 2));
const [FIRST = '', SECOND = '', THIRD = ''] = NAMES;

function repositoriesIn({ body }: Asked): number {
  return [...body.matchAll(/repository\(/g)].length;
}

function failure(fetched: Fetched | undefined): HostError | FormatError {
  assert.ok(fetched?.status === 'failed', inspect(fetched));
  assert.ok(!inspect(fetched.error, { depth: 20, showHidden: true }).includes(TOKEN));
  return fetched.error;
}

describe('a batch that is too much', () => {
  test('502: is halved, and nothing is lost', async () => {
    await withGithub(REPOSITORIES, { mostRepositories: 20 }, async ({ lookUp, queries }) => {
      assert.deepEqual(tally(await lookUp(NAMES)), { listed: 50 });
      assert.deepEqual(
        queries('fragment Probe')
          .map(repositoriesIn)
          .toSorted((a, b) => a - b),
        [12, 12, 13, 13, 25, 25, 50],
      );
    });
  });

  test('500: is halved instead of repeated', async () => {
    const fault = (asked: Asked) => (repositoriesIn(asked) > 25 ? { status: 500 } : undefined);
    await withGithub(REPOSITORIES, { fault }, async ({ lookUp, queries }) => {
      assert.deepEqual(tally(await lookUp(NAMES)), { listed: 50 });
      assert.deepEqual(queries('fragment Probe').map(repositoriesIn), [50, 25, 25]);
    });
  });

  test('resource limits: what was answered is used, only the rest is asked for again', async () => {
    await withGithub(REPOSITORIES, { resourceLimit: 30 }, async ({ lookUp, queries }) => {
      assert.deepEqual(tally(await lookUp(NAMES)), { listed: 50 });
      assert.deepEqual(queries('fragment Probe').map(repositoriesIn), [50, 20]);
    });
  });

  test('“Something went wrong”: is halved, and a single repository is asked for once more', async () => {
    const edit = (body: string, asked: Asked) =>
      repositoriesIn(asked) > 25 || asked.body.includes('"r7"')
        ? '{"data":null,"errors":[{"message":"Something went wrong while executing your query. Reference: 1"}]}'
        : body;
    await withGithub(REPOSITORIES, { edit }, async ({ lookUp, queries }) => {
      const all = await lookUp(NAMES);
      assert.deepEqual(tally(all), { listed: 49, failed: 1 });
      assert.match(failure(all[7]).message, /something went wrong/);
      assert.equal(queries('"r7"').filter((asked) => repositoriesIn(asked) === 1).length, 2);
    });
  });

  for (const [name, errors] of [
    [
      'resource limits that point at another repository',
      [{ type: 'RESOURCE_LIMITS_EXCEEDED', path: ['r0', 'releases'] }],
    ],
    [
      '“Something went wrong” after another error',
      [{ type: 'NOT_FOUND', path: ['r9'] }, { message: 'Something went wrong while executing your query.' }],
    ],
  ] as const) {
    test(`${name}: the rest is asked for again`, async () => {
      const edit = (body: string, asked: Asked) =>
        repositoriesIn(asked) > 2 ? JSON.stringify({ data: {}, errors }) : body;
      await withGithub(REPOSITORIES, { edit }, async ({ lookUp }) => {
        assert.deepEqual(tally(await lookUp([FIRST, SECOND, THIRD])), { listed: 3 });
      });
    });
  }

  test('a reply larger than allowed: is halved, and a single one is a FormatError', async () => {
    const edit = (body: string, asked: Asked) =>
      asked.body.includes(`"${THIRD.slice(5)}"`) ? body.padEnd(30_000) : body;
    const limits = { bytes: 20_000 };
    await withGithub(REPOSITORIES, { edit, limits }, async ({ lookUp }) => {
      const all = await lookUp([FIRST, SECOND, THIRD]);
      assert.deepEqual(tally(all), { listed: 2, failed: 1 });
      assert.ok(failure(all[2]) instanceof FormatError);
      assert.match(failure(all[2]).message, /larger than 20000 bytes/);
    });
  });

  test('a time-out: is halved', async () => {
    const source = createGithub({ retryMs: 1, timeoutMs: 1_000 });
    const fault = (asked: Asked) => (repositoriesIn(asked) > 25 ? 'stall' : undefined);
    await withGithub(REPOSITORIES, { source, fault }, async ({ lookUp, queries }) => {
      assert.deepEqual(tally(await lookUp(NAMES)), { listed: 50 });
      assert.deepEqual(queries('fragment Probe').map(repositoriesIn), [50, 25, 25]);
    });
  });
});

describe('what GitHub says of one repository', () => {
  test('concerns that one alone', async () => {
    const options = { forbidden: new Set([SECOND]) };
    await withGithub(REPOSITORIES, options, async ({ lookUp, queries }) => {
      const [found, forbidden, gone] = await lookUp([FIRST, SECOND, 'acme/none']);
      assert.equal(found?.status, 'listed');
      const error = failure(forbidden);
      assert.ok(error instanceof HostError);
      assert.equal(error.status, 403);
      assert.match(error.message, /acme\/r1: GitHub left it out \(FORBIDDEN\)/);
      assert.match(error.remedy ?? '', /GITHUB_TOKEN/);
      assert.deepEqual(gone, { status: 'gone', reason: 'GitHub has no repository acme/none', code: 404 });
      assert.equal(queries('fragment Probe').length, 1);
    });
  });

  const LEFT_OUT = { data: { r0: null }, errors: [] as object[] };
  const CASES: readonly [string, object, RegExp][] = [
    ['nothing, without an error', { ...LEFT_OUT, errors: undefined }, /without saying why/],
    [
      'nothing, while another one is not found',
      { ...LEFT_OUT, errors: [{ type: 'NOT_FOUND', path: ['r1'] }] },
      /without saying why/,
    ],
    [
      'an error of a strange type',
      { ...LEFT_OUT, errors: [{ type: '<script>', path: ['r0'] }] },
      /without saying why/,
    ],
    [
      'NOT_FOUND of something inside',
      { ...LEFT_OUT, errors: [{ type: 'NOT_FOUND', path: ['r0', 'releases'] }] },
      /\(NOT_FOUND\)/,
    ],
    [
      'a half',
      { data: { r0: { id: 'R_1' } }, errors: [{ type: 'ODD', path: ['r0', 'releases'] }] },
      /\(ODD\)/,
    ],
  ];
  for (const [name, reply, message] of CASES) {
    test(`${name}: is a failure, not an absence`, async () => {
      await withGithub(REPOSITORIES, { edit: () => JSON.stringify(reply) }, async ({ lookUp }) => {
        assert.match(failure((await lookUp([FIRST]))[0]).message, message);
      });
    });
  }

  for (const reply of [
    '{}',
    '{"data":null}',
    '{"data":{},"errors":[1]}',
    '{"data":{},"errors":"x"}',
    'null',
  ]) {
    test(`${reply}: is no answer`, async () => {
      await withGithub(REPOSITORIES, { edit: () => reply }, async ({ lookUp }) => {
        const error = failure((await lookUp([FIRST]))[0]);
        assert.ok(error instanceof FormatError);
        assert.match(error.message, /no answer to a GraphQL query|cannot be read/);
      });
    });
  }

  test('RATE_LIMIT, for whomever: has a status and a remedy', async () => {
    const reply = JSON.stringify({ data: { r0: null }, errors: [{ type: 'RATE_LIMIT', path: ['r1'] }] });
    await withGithub(REPOSITORIES, { edit: () => reply }, async ({ lookUp, upstream }) => {
      const all = await lookUp(Array.from({ length: 300 }, (_, number) => `acme/x${number}`));
      assert.deepEqual(tally(all), { failed: 300 });
      for (const fetched of all) {
        assert.equal(failure(fetched).status, 429);
        assert.match(failure(fetched).remedy ?? '', /run again/);
      }
      assert.ok(upstream.asked.length <= 4, `${upstream.asked.length} requests`);
    });
  });

  test('in another form is that one’s failure', async () => {
    const edit = (body: string, { body: query }: Asked) =>
      query.includes('fragment Probe') ? body.replace(/"isArchived":false/, '"isArchived":"no"') : body;
    await withGithub(REPOSITORIES, { edit }, async ({ lookUp }) => {
      const [first, second] = await lookUp([FIRST, SECOND]);
      assert.ok(failure(first) instanceof FormatError);
      assert.match(failure(first).message, /acme\/r0/);
      assert.equal(second?.status, 'listed');
    });
  });
});

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
    [
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1900000000' },
      /after 2030-03-17T17:46:40.000Z/,
    ],
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

describe('an older Enterprise Server', () => {
  test('is asked without the fields that it does not know', async () => {
    await withGithub(REPOSITORIES, { lacking: ['immutable', 'digest'] }, async ({ lookUp, queries }) => {
      const all = await lookUp([FIRST, SECOND, THIRD]);
      assert.deepEqual(tally(all), { listed: 3 });
      const [release] = all[0]?.status === 'listed' ? all[0].listings.releases : [];
      assert.equal(release?.immutable, undefined);
      assert.deepEqual(
        release?.assets?.map(({ name, digest }) => [name, digest]),
        [['file-001.tgz', undefined]],
      );
      assert.equal(queries('fragment Detail').length, 2, 'one refused, one understood');
    });
  });

  test('that complains of a field which it was not asked for is a failure', async () => {
    const complaint = JSON.stringify({
      errors: [{ message: "Field 'digest' doesn't exist on type 'ReleaseAsset'" }],
    });
    await withGithub(REPOSITORIES, { edit: () => complaint }, async ({ lookUp, upstream }) => {
      assert.deepEqual(tally(await lookUp([FIRST])), { failed: 1 });
      assert.equal(upstream.asked.length, 2);
    });
  });

  test('that does not understand us at all is a failure', async () => {
    await withGithub(REPOSITORIES, { lacking: ['isArchived'] }, async ({ lookUp }) => {
      assert.deepEqual(tally(await lookUp([FIRST, SECOND])), { failed: 2 });
    });
  });
});
