import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { applyAnswers } from '../../src/pipeline/apply-answers.ts';
import { collectAnswers } from '../../src/pipeline/collect.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { readHeld } from '../../src/pipeline/read-held.ts';
import { createHttp } from '../../src/platform/http/create-http.ts';
import { openPauses } from '../../src/platform/http/pauses.ts';
import { readHealth, readLedger } from '../../src/store/read.ts';
import { aProject } from '../build-release.ts';
import { memoryValidators } from '../contract/world-at.ts';
import { SECRETS } from '../pipeline/fetching-project.ts';
import { npmProject } from '../sources/npm/npm-world.ts';
import { tell } from '../trust.ts';
import { githubHandler } from '../upstream/github.ts';
import { makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage } from '../upstream/npm-package.ts';
import { type Served, startUpstream, type Upstream } from '../upstream/upstream.ts';

const BEGIN = Date.now();
const JSON_TYPE = { 'content-type': 'application/json' };
const GITHUB_LIMIT = JSON.stringify({
  errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }],
});
const SECONDARY = '{"message":"You have exceeded a secondary rate limit"}';

/** What each form tells, in seconds from now on; 60 where nothing is told. */
const FORMS: readonly (readonly [what: string, reply: () => Served, seconds: number])[] = [
  ['429, seconds', () => limited(429, { 'retry-after': '90' }), 90],
  ['403, seconds', () => limited(403, { 'retry-after': '90' }), 90],
  ['429, a date by a clock that is a day ahead', () => limited(429, dates(120)), 120],
  ['429, huge', () => limited(429, { 'retry-after': '864000' }), 864_000],
  ['429, negative', () => limited(429, { 'retry-after': '-1' }), 60],
  ['429, text', () => limited(429, { 'retry-after': 'soon' }), 60],
  ['429, nothing', () => limited(429), 60],
];
const GITHUB_FORMS: typeof FORMS = [
  ['primary, 403', () => limited(403, used(1800)), 1800],
  ['primary, 429', () => limited(429, used(1800)), 1800],
  ['primary, within the answer', () => ({ ...limited(200, used(1800)), body: GITHUB_LIMIT }), 1800],
  ['secondary, with Retry-After', () => ({ ...limited(403, { 'retry-after': '75' }), body: SECONDARY }), 75],
  ['secondary, without headers', () => ({ ...limited(403), body: SECONDARY }), 60],
  ['secondary, 429 without headers', () => ({ ...limited(429), body: SECONDARY }), 60],
  ['secondary, within the answer, without headers', () => ({ ...limited(200), body: GITHUB_LIMIT }), 60],
];

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const PURLS = [...NAMES.map((name) => `pkg:npm/${name}`), 'pkg:github/acme/one', 'pkg:github/acme/two'];

function limited(status: number, headers: Readonly<Record<string, string>> = {}): Served {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: '{"message":"slow down"}' };
}

function used(seconds: number): Record<string, string> {
  const reset = Math.ceil(BEGIN / 1000) + seconds;
  return {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(reset),
    date: new Date(BEGIN).toUTCString(),
  };
}

function dates(seconds: number): Record<string, string> {
  const theirs = BEGIN + 86_400_000;
  return {
    date: new Date(theirs).toUTCString(),
    'retry-after': new Date(theirs + seconds * 1000).toUTCString(),
  };
}

describe('a host that limits us, from run to run', { timeout: 600_000 }, () => {
  const handlers = [
    githubHandler([makeRepository('acme/one', 2), makeRepository('acme/two', 2)]),
    npmHandler(
      NAMES.map((name) => makePackage(name, 1)),
      { kind: 'plain' },
    ),
  ];
  let early = 0;

  for (const [of, forms, path] of [
    ['npm', FORMS, /^\/[a-f]$/],
    ['GitHub', GITHUB_FORMS, /graphql$/],
  ] as const) {
    for (const [what, reply, seconds] of forms) {
      test(`${of}: ${what}: not asked before, and nothing is lost`, async () => {
        const clock = { now: BEGIN };
        const askedAt: number[] = [];
        const fault = (asked: { readonly path: string }): Served | undefined => {
          if (!path.test(asked.path)) return undefined;
          askedAt.push(clock.now);
          return clock.now === BEGIN ? reply() : undefined;
        };
        const upstream = await startUpstream(handlers, { fault });
        const root = await mkdtemp(join(tmpdir(), 'tidings-limits-'));
        const told = BEGIN + seconds * 1000;
        // At once, in between, just before, and after all that may be waited for within a run.
        for (const at of [
          BEGIN,
          BEGIN + 1000,
          (BEGIN + told) / 2,
          told - 1000,
          told + 1000,
          told + 120_000,
        ]) {
          clock.now = Math.max(clock.now, at);
          await runOnce(root, upstream, clock);
        }
        await upstream.close();
        const tooEarly = askedAt.filter((at) => at > BEGIN && at < told);
        early += tooEarly.length;
        assert.ok(askedAt.includes(BEGIN));
        assert.deepEqual(
          tooEarly.map((at) => at - BEGIN),
          [],
          `it was told ${seconds} s`,
        );
        assert.deepEqual((await readHealth(join(root, 'data'))).failing, []);
        const lines = await readLedger(join(root, 'data'));
        assert.deepEqual(
          lines.map((line) => line.package).sort(),
          PURLS.toSorted(),
          'each was imported, once',
        );
        await rm(root, { recursive: true });
      });
    }
  }

  test('no request came before the time that was told', (t) => {
    assert.equal(early, 0);
    tell(
      t,
      'limits',
      `${FORMS.length + GITHUB_FORMS.length} forms over 6 runs each, 0 requests before the time that was told, 0 packages lost`,
    );
  });
});

async function runOnce(root: string, { origin, host }: Upstream, clock: { now: number }): Promise<void> {
  const projects = PURLS.map((purl) => aProject({ id: purl, package: parsePackage(purl) }));
  const workspace = { root, data: join(root, 'data'), cache: join(root, '.cache'), projects };
  const now = () => clock.now;
  const sleep = async (milliseconds: number) => {
    clock.now += milliseconds;
  };
  const pauses = await openPauses(join(workspace.cache, 'http/pauses.json'), now);
  // GitHub's API and npm's registry are two hosts: limits of the one are not those of the other.
  const [github, npm] = [origin.replace('127.0.0.1', 'localhost'), `${origin}/`];
  const world = {
    http: createHttp({
      userAgent: 'tidings-tests',
      allowHosts: [host, host.replace('127.0.0.1', 'localhost')],
      pauses,
      now,
      sleep,
      lookup,
    }),
    validators: memoryValidators(),
    credentials: () => undefined,
    mirrors: (address: string) => address,
    githubToken: SECRETS.github,
    githubApiUrl: github,
    githubUrl: github,
    root: await npmProject(`registry=${npm}\n`),
  };
  const plan = planFetch(projects);
  const answers = await collectAnswers(plan, await readHeld(workspace, plan), world, undefined, 'silent');
  await applyAnswers(workspace, answers);
}

async function lookup() {
  return [{ address: '127.0.0.1', family: 4 }];
}
