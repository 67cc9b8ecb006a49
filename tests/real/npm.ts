// The npm source against real registries: verdaccio on this machine, and the registry that npm is configured with.
//   node tests/real/npm.ts           both
//   node tests/real/npm.ts --local   verdaccio alone; npm must be able to install it
// Needs npm on the PATH. Nothing is left behind.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createHttp } from '../../src/platform/http/create-http.ts';
import { npm } from '../../src/sources/npm/npm.ts';
import { npmRegistries } from '../../src/sources/npm/npm-registries.ts';
import type { Fetched, World } from '../../src/sources/source.ts';
import { HELD, listingsOf, lookUpOnce } from '../contract/scene.ts';
import { memoryValidators } from '../contract/world-at.ts';

const VERDACCIO = '6.1.2';
const PORT = 48_731;
const REGISTRY = `http://127.0.0.1:${PORT}/`;
const run = promisify(execFile);

const folder = await mkdtemp(join(tmpdir(), 'tidings-real-npm-'));
try {
  await againstVerdaccio();
  if (!process.argv.includes('--local')) await againstTheRegistry();
  console.log('all well');
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function againstVerdaccio(): Promise<void> {
  const server = await startVerdaccio();
  try {
    const world = await worldOf(folder);
    await publish('1.0.0', '## 1.0.0\n\n- First\n');
    await publish('1.1.0', '## 1.1.0\n\n- Second\n\n## 1.0.0\n\n- First\n');
    const first = await lookUp(world);
    const { releases, complete } = listingsOf(first);
    assert.equal(complete, true);
    assert.deepEqual(
      releases.map(({ version, notes }) => [version, notes]),
      [
        ['1.0.0', '- First'],
        ['1.1.0', '- Second'],
      ],
    );
    for (const { publishedAt, assets } of releases) {
      assert.ok(publishedAt !== undefined && assets?.[0]?.digest?.startsWith('sha512-'));
    }
    console.log('verdaccio: two versions with dates, digests and notes out of the newest tarball');

    assert.equal((await lookUp(world, { held: HELD })).status, 'unchanged');
    console.log('verdaccio: asked again, unchanged');

    await npmCommand('deprecate', '@tidings/real@1.0.0', 'use 1.1.0');
    const deprecated = listingsOf(await lookUp(world, { held: HELD })).releases;
    assert.deepEqual(
      deprecated.map((one) => one.deprecated),
      ['use 1.1.0', false],
    );
    console.log('verdaccio: a deprecation is seen');

    await publish('2.0.0-rc.1', '## 2.0.0-rc.1\n\n- Soon\n', 'next');
    const next = listingsOf(await lookUp(world, { held: HELD }));
    assert.deepEqual(
      [next.releases.length, next.upstream.tags],
      [3, { latest: '1.1.0', next: '2.0.0-rc.1' }],
    );
    console.log('verdaccio: a version under another tag is seen, and latest stays');

    const missing = await lookUpOnce(npm, world, 'pkg:npm/%40tidings/none');
    assert.equal(missing.status, 'gone');
    console.log('verdaccio: a package that is not there is gone');
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function againstTheRegistry(): Promise<void> {
  const world = await worldOf(join(import.meta.dirname, '../..'));
  for (const purl of ['pkg:npm/semver', 'pkg:npm/%40octokit/graphql']) {
    const { releases, upstream, dropped } = listingsOf(await lookUpOnce(npm, world, purl));
    const notes = releases.filter((release) => release.notes !== undefined).length;
    assert.ok(releases.length > 20 && upstream.license !== undefined && dropped === 0);
    console.log(`the registry: ${purl}: ${releases.length} versions, ${notes} with notes`);
  }
}

async function lookUp(world: World, more: Parameters<typeof lookUpOnce>[3] = {}): Promise<Fetched> {
  const fetched = await lookUpOnce(npm, world, 'pkg:npm/%40tidings/real', more);
  for (const receipt of fetched.status === 'listed' ? fetched.receipts : []) {
    await world.validators.remember(receipt);
  }
  return fetched;
}

async function worldOf(root: string): Promise<World> {
  const { hosts, proxy, ca } = await npmRegistries(root);
  return {
    http: createHttp({ userAgent: 'tidings-real-tests', registryHosts: hosts, proxy, ca }),
    validators: memoryValidators(),
    credentials: () => undefined,
    mirrors: (address) => address,
    githubToken: undefined,
    githubApiUrl: '',
    githubUrl: '',
    root,
  };
}

async function startVerdaccio() {
  const server = join(folder, 'server');
  await mkdir(server);
  // Its own node-fetch is not found by newer versions of npm.
  const manifest = {
    private: true,
    dependencies: { verdaccio: VERDACCIO },
    overrides: { 'node-fetch': '2.7.0' },
  };
  await writeFile(join(server, 'package.json'), JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: server });
  const access = { '**': { access: '$all', publish: '$all', unpublish: '$all' } };
  const config = {
    storage: './storage',
    auth: {},
    uplinks: {},
    packages: access,
    listen: `127.0.0.1:${PORT}`,
  };
  await writeFile(join(server, 'config.yaml'), JSON.stringify(config));
  await writeFile(join(folder, '.npmrc'), `registry=${REGISTRY}\n//127.0.0.1:${PORT}/:_authToken=anybody\n`);
  await writeFile(join(folder, 'package.json'), '{}');
  const child = spawn('node', ['node_modules/verdaccio/bin/verdaccio', '--config', 'config.yaml'], {
    cwd: server,
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${REGISTRY}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return child;
    await sleep(200);
  }
  child.kill();
  throw new Error('verdaccio does not answer');
}

async function publish(version: string, changelog: string, tag = 'latest'): Promise<void> {
  const at = join(folder, `package-${version}`);
  await mkdir(at);
  await writeFile(
    join(at, 'package.json'),
    JSON.stringify({ name: '@tidings/real', version, license: 'MIT' }),
  );
  await writeFile(join(at, 'CHANGELOG.md'), changelog);
  await npmCommand('publish', at, '--tag', tag);
}

async function npmCommand(...args: readonly string[]): Promise<void> {
  await run('npm', [...args, '--userconfig', join(folder, '.npmrc')], { cwd: folder });
}
