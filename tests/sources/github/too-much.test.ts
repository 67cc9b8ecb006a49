import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { createGithub } from '../../../src/sources/github/github.ts';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { failure, repositoriesIn, tally, withGithub } from './look-up.ts';

const NAMES = Array.from({ length: 50 }, (_, number) => `acme/r${number}`);
const REPOSITORIES = NAMES.map((name) => makeRepository(name, 2));
const [FIRST = '', SECOND = '', THIRD = ''] = NAMES;

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
