import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { projectIn, readAll, removeProjects, reportOf } from '../pipeline/fetching-project.ts';
import { IS_FULL, tell } from '../trust.ts';
import { mirroredUpstreams, mirrorsAt, WATCHLIST } from '../upstream/every-upstream.ts';
import { githubHandler } from '../upstream/github.ts';
import { makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage, publish } from '../upstream/npm-package.ts';
import { startUpstream, type Upstream } from '../upstream/upstream.ts';
import { aRemote, type Remote } from './a-remote.ts';

const SHARDS = IS_FULL ? 5 : 3;
const NUMBERS = Array.from({ length: IS_FULL ? 12 : 4 }, (_, number) => number);
const MORE = NUMBERS.map(
  (number) => `  - pkg:npm/more-${number}\n  - { id: r${number}, package: pkg:github/acme/r${number} }\n`,
);

const FILES = {
  'data/watchlists/main.yml': `${WATCHLIST}${MORE.join('')}`,
  'package.json': '{}\n',
  '.gitignore': '.cache/\nout/\n',
};

/** An upstream of every source, and what is to be published there later. */
async function anUpstream(t: TestContext) {
  const packages = [makePackage('tool'), ...NUMBERS.map((number) => makePackage(`more-${number}`))];
  const more = NUMBERS.map((number) => makeRepository(`acme/r${number}`, 3));
  const upstream = await startUpstream([
    ...(await mirroredUpstreams()),
    githubHandler([makeRepository('acme/tool', 2), ...more]),
    npmHandler(packages, { kind: 'full-featured' }),
  ]);
  t.after(upstream.close);
  function publishSome(): void {
    for (const index of [1, 3]) packages[index] = publish(packages[index] ?? assert.fail(), '9.0.0');
    for (const release of more.slice(1).flatMap(({ releases }) => releases.slice(-1))) {
      release.body = 'Rewritten';
      release.updatedAt = '2026-01-01T00:00:00Z';
    }
  }
  return { upstream, publishSome };
}

/** A remote, and so many writers of it. */
async function writersOf(t: TestContext, upstream: Upstream, count: number) {
  const remote = await aRemote(t, FILES);
  const clones = Array.from({ length: count }, (_, index) => {
    const { root, git } = remote.clone(`writer-${index}`);
    const project = projectIn(root, upstream);
    const fetch = async (...args: readonly string[]) => {
      const run = await project.fetch(args, { TIDINGS_MIRRORS: mirrorsAt(upstream.origin) });
      assert.equal(run.code, 0, run.stderr);
      return run;
    };
    return { root, git, fetch };
  });
  return { remote, clones };
}

function nothing(): void {}

/** All of data/, with the moments of the runs by their numbers. */
async function dataOf({ newest }: Remote, moments: readonly string[]): Promise<Record<string, string>> {
  const files = await readAll(join(newest().root, 'data'));
  const texts = Object.entries(files).map(([path, text]): [string, string] => {
    const named = moments.reduce((all, at, index) => all.replaceAll(at, `run ${index}`), text);
    return [path.replace(/^changes\/.*/, 'ledger'), named];
  });
  return Object.fromEntries(texts);
}

describe('a run in parts', { timeout: 300_000 }, () => {
  after(removeProjects);

  test(`${SHARDS} of them, applied at once, leave the bytes of one whole run`, async (t) => {
    const { upstream, publishSome } = await anUpstream(t);
    const [parts, whole] = [await writersOf(t, upstream, SHARDS), await writersOf(t, upstream, 1)];
    const [[applier = assert.fail()], [only = assert.fail()]] = [parts.clones, whole.clones];
    const moments: { parts: string[]; whole: string[] } = { parts: [], whole: [] };
    for (const news of IS_FULL ? [nothing, publishSome, nothing] : [nothing, publishSome]) {
      news();
      const before = parts.remote.git('rev-parse', 'main');
      // A job has a fresh checkout.
      for (const { git } of parts.clones) git('pull', '--quiet', '--ff-only');
      await Promise.all(
        parts.clones.map(({ fetch }, index) => fetch('--shard', `${index + 1}/${SHARDS}`, '--out', 'out')),
      );
      const folders = parts.clones.flatMap(({ root }) => ['--apply', join(root, 'out')]);
      moments.parts.push(reportOf(await applier.fetch('--push', '--json', ...folders)).at);
      moments.whole.push(reportOf(await only.fetch('--push', '--json')).at);
      const now = await dataOf(parts.remote, moments.parts);
      assert.ok(Object.keys(now).length > 20);
      assert.deepEqual(now, await dataOf(whole.remote, moments.whole));
      if (moments.parts.length === 3)
        assert.equal(parts.remote.git('rev-parse', 'main'), before, 'nothing new, no commit');
    }
    tell(
      t,
      `${SHARDS} writers with shards, applied by one`,
      `${moments.parts.length} runs of ${15 + 2 * NUMBERS.length} packages, 15 sources: the same bytes as unsharded`,
    );
  });
});
