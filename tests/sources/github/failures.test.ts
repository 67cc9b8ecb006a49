import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError, HostError } from '../../../src/platform/errors.ts';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { failure, tally, withGithub } from './look-up.ts';

const [FIRST, SECOND, THIRD] = ['acme/r0', 'acme/r1', 'acme/r2'] as const;
const REPOSITORIES = [FIRST, SECOND, THIRD].map((name) => makeRepository(name, 2));

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

  for (const [reply, message] of [
    ['{}', /: the reply is no answer to a GraphQL query$/],
    ['{"data":null}', /: the reply is no answer to a GraphQL query$/],
    ['{"data":{},"errors":[1]}', /: the reply is no answer to a GraphQL query$/],
    ['{"data":{},"errors":"x"}', /: the reply cannot be read$/],
    ['null', /: the reply cannot be read$/],
  ] as const) {
    test(`${reply}: is no answer`, async () => {
      await withGithub(REPOSITORIES, { edit: () => reply }, async ({ lookUp }) => {
        const error = failure((await lookUp([FIRST]))[0]);
        assert.ok(error instanceof FormatError);
        assert.match(error.message, message);
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
