// The git source against git itself: a repository with tags, served over smart HTTP by `git http-backend`.
//   node tests/real/git.ts
// Needs git on the PATH, 2.19 or later. Nothing is left behind.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { git } from '../../src/sources/git/git.ts';
import type { World } from '../../src/sources/source.ts';
import { type Merged, mergeListings } from '../../src/store/merge.ts';
import { listingsOf, lookUpOnce } from '../contract/scene.ts';
import { worldAt } from '../contract/world-at.ts';
import { type GitServer, serveGit } from './serve-git.ts';

const HOME = 'git.example';
const PURL = `pkg:git/tool?repository_url=${HOME}/tool.git`;
const MANY = 1_000;
const run = promisify(execFile);

const folder = await mkdtemp(join(tmpdir(), 'tidings-real-git-'));
const repository = join(folder, 'tool.git');
const server = await serveGit(folder);
try {
  const world = worldAt({ ...server, asked: [] }, { homes: { [`https://${HOME}`]: '' } });
  await againstGit(world);
  await againstOddities(world, server);
  console.log('all well');
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function againstGit(world: World): Promise<void> {
  await run('git', ['init', '--quiet', '--bare', repository]);
  const empty = listingsOf(await lookUpOnce(git, world, PURL));
  assert.deepEqual([empty.releases, empty.complete], [[], true]);
  console.log('an empty repository: listed, empty and complete');

  const [first, second] = [await commit('first'), await commit('second')];
  await inGit('update-ref', 'refs/heads/main', second);
  await inGit('update-ref', 'refs/pull/1/head', second);
  await inGit('tag', 'v1.0.0', first);
  await inGit('tag', '--annotate', '--message', 'second', 'v2.0.0', second);
  await inGit('tag', 'odd/ü-@1.0', first);
  const tags = Array.from({ length: MANY }, (_, n) => `create refs/tags/many/${n} ${first}\n`).join('');
  await feedGit(['update-ref', '--stdin'], tags);

  const listed = await lookUpOnce(git, world, PURL);
  const { releases, complete } = listingsOf(listed);
  const commits = new Map(releases.map((release) => [release.version, release.commit]));
  assert.deepEqual([complete, releases.length], [true, MANY + 3]);
  assert.deepEqual([commits.get('v1.0.0'), commits.get('odd/ü-@1.0')], [first, first]);
  assert.equal(commits.get('v2.0.0'), second, 'the commit of an annotated tag');
  console.log(`${releases.length} tags with their commits, no other refs`);

  const imported = merge(undefined, listingsOf(listed), '2026-01-01T00:00:00Z');
  for (const receipt of listed.status === 'listed' ? listed.receipts : [])
    await world.validators.remember(receipt);
  const again = await lookUpOnce(git, world, PURL, { held: imported.record });
  assert.equal(again.status, 'unchanged');
  console.log('asked again: unchanged');

  await inGit('tag', '--force', 'v1.0.0', second);
  await inGit('tag', '--delete', 'odd/ü-@1.0');
  const moved = listingsOf(await lookUpOnce(git, world, PURL, { held: imported.record }));
  const { record, changes } = merge(imported.record, moved, '2026-01-03T00:00:00Z');
  assert.deepEqual(
    changes.map(({ kind, version, before, after }) => [kind, version, before, after]),
    [['tag-moved', 'v1.0.0', first, second]],
  );
  assert.ok(record.releases.find(({ version }) => version === 'odd/ü-@1.0')?.missingSince !== undefined);
  console.log(
    `a tag moved from ${first.slice(0, 7)} to ${second.slice(0, 7)}: tag-moved; a deleted one: missing`,
  );
}

async function againstOddities(world: World, served: GitServer): Promise<void> {
  const none = await lookUpOnce(git, world, `pkg:git/none?repository_url=${HOME}/none.git`);
  assert.equal(none.status, 'gone');
  console.log('no repository: gone');

  served.speaksTwo = false;
  const before = served.asked.length;
  const old = await lookUpOnce(git, world, PURL);
  assert.deepEqual([listingsOf(old).releases.length, served.asked.length - before], [MANY + 2, 1]);
  console.log('a server of protocol 0: the same tags, in one request');
}

function merge(
  held: PackageRecord | undefined,
  listings: ReturnType<typeof listingsOf>,
  at: string,
): Extract<Merged, { status: 'merged' }> {
  const merged = mergeListings(PURL, held, listings, { at, since: undefined, isRolling: () => false });
  return merged.status === 'merged' ? merged : assert.fail(merged.reason);
}

/** A commit of an empty tree, and its name. */
async function commit(message: string): Promise<string> {
  const tree = (await feedGit(['mktree'], '')).trim();
  return inGit('commit-tree', tree, '-m', message);
}

async function inGit(...parameters: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', repository, ...parameters], { env: environment() });
  return stdout.trim();
}

async function feedGit(parameters: readonly string[], input: string): Promise<string> {
  const running = run('git', ['-C', repository, ...parameters], { env: environment() });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

// Nothing of the configuration of whoever runs this.
function environment(): NodeJS.ProcessEnv {
  const person = { NAME: 'Ann', EMAIL: 'ann@acme.example', DATE: '2026-01-01T00:00:00Z' };
  const people = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(people),
  };
}
