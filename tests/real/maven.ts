// Looks up, through the maven source, a repository that Maven itself wrote. Run by hand:
//
//   apt-get install --no-install-recommends maven libmaven-deploy-plugin-java   (Debian)
//   node tests/real/maven.ts
//
// `mvn deploy:deploy-file` writes a few versions of an artifact of ours into a temporary folder, a plain server shows that
// folder as repositories do (Last-Modified, listings), the source reads it; then Maven adds a version, and the source reads
// what is new. Nothing is left behind.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { maven } from '../../src/sources/maven/maven.ts';
import type { Fetched, Held } from '../../src/sources/source.ts';
import { listingsOf, lookUpOnce } from '../contract/scene.ts';
import { worldAt } from '../contract/world-at.ts';

const PURL = 'pkg:maven/com.acme.real/tool';
const DEPLOY = 'org.apache.maven.plugins:maven-deploy-plugin:3.0.0:deploy-file';
// Debian's Maven finds its plugins in Debian's own repository, and nothing is asked of the network.
const SETTINGS = `<settings><mirrors><mirror>
  <id>debian</id><mirrorOf>*,!real</mirrorOf><url>file:///usr/share/maven-repo</url>
</mirror></mirrors></settings>`;

const run = promisify(execFile);
const asked: string[] = [];

const folder = await mkdtemp(join(tmpdir(), 'tidings-maven-'));
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  serve(request.url ?? '/', request.headers['if-modified-since'], response).catch((error: unknown) => {
    response.writeHead(404).end(String(error));
  });
});
try {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await check();
} finally {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
}

async function check(): Promise<void> {
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const host = `127.0.0.1:${address.port}`;
  const world = worldAt(
    { origin: `http://${host}`, host, asked: [], close: async () => {} },
    { homes: { 'https://repo1.maven.org/maven2': '' } },
  );
  const lookUp = async (held?: Held): Promise<Fetched> => {
    asked.length = 0;
    const fetched = await lookUpOnce(maven, world, PURL, held && { held });
    for (const receipt of fetched.status === 'listed' ? fetched.receipts : [])
      await world.validators.remember(receipt);
    return fetched;
  };

  for (const version of ['1.0', '1.1-rc1', '1.1', '2.0-SNAPSHOT', '1.0.1', '1.2']) await deploy(version);
  const first = await lookUp();
  show('first import', first);
  const { releases, upstream, complete, dropped } = listingsOf(first);
  assert.deepEqual(releases.map(({ version }) => version).toSorted(), [
    '1.0',
    '1.0.1',
    '1.1',
    '1.1-rc1',
    '1.2',
  ]);
  assert.ok(releases.every(({ publishedAt }) => publishedAt !== undefined));
  assert.deepEqual([complete, dropped], [true, 0]);
  assert.equal(upstream.license, 'MIT');
  assert.equal(upstream.repository, 'https://github.com/acme/tool');

  const held = heldAfter(first);
  const same = await lookUp(held);
  show('nothing new', same);
  assert.equal(same.status, 'unchanged');
  assert.equal(asked.length, 1);

  // Last-Modified counts whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await deploy('1.3');
  const next = await lookUp(held);
  show('one more', next);
  const added = listingsOf(next).releases.filter(({ publishedAt }) => publishedAt !== undefined);
  assert.deepEqual(
    added.map(({ version }) => version),
    ['1.3'],
  );
  assert.equal(listingsOf(next).releases.length, 6);
  console.log('\nall as it should be');
}

async function deploy(version: string): Promise<void> {
  const [settings, pom, jar] = ['settings.xml', 'pom.xml', 'tool.jar'].map((name) => join(folder, name));
  assert.ok(settings !== undefined && pom !== undefined && jar !== undefined);
  await writeFile(settings, SETTINGS);
  await writeFile(jar, `not really an archive of ${version}`);
  await writeFile(
    pom,
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>com.acme.real</groupId><artifactId>tool</artifactId><version>${version}</version>
  <description>What it is</description><url>https://acme.example/</url>
  <licenses><license><name>MIT</name></license></licenses>
  <scm><connection>scm:git:git@github.com:acme/tool.git</connection></scm>
</project>`,
  );
  const local = `-Dmaven.repo.local=${join(folder, 'local')}`;
  const where = ['-DrepositoryId=real', `-Durl=file://${join(folder, 'repository')}`];
  await run('mvn', [
    '-B',
    '-q',
    '-s',
    settings,
    local,
    DEPLOY,
    ...where,
    `-Dfile=${jar}`,
    `-DpomFile=${pom}`,
  ]);
}

/** Shows a file with its Last-Modified, and a folder as nginx does. */
async function serve(path: string, since: string | undefined, response: ServerResponse): Promise<void> {
  const place = join(folder, 'repository', decodeURIComponent(path));
  const { mtime } = await stat(place);
  const modified = mtime.toUTCString();
  if (since === modified) return void response.writeHead(304).end();
  if (!path.endsWith('/'))
    return void response.writeHead(200, { 'last-modified': modified }).end(await readFile(place));
  const lines = (await readdir(place, { withFileTypes: true })).map((entry) => {
    const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
    const [, day, month, year, time = ''] = modified.split(' ');
    return `<a href="${name}">${name}</a>      ${day}-${month}-${year} ${time.slice(0, 5)}       -`;
  });
  response.writeHead(200, { 'content-type': 'text/html' }).end(`<pre>${lines.join('\n')}</pre>`);
}

function heldAfter(fetched: Fetched): Held {
  const { upstream, releases } = listingsOf(fetched);
  return {
    upstream,
    releases: releases.map((listing) => ({ ...plain(listing), seenAt: '2030-01-01T00:00:00Z' })),
  };
}

function plain({ version, publishedAt }: { version: string; publishedAt?: string }) {
  return { version, ...(publishedAt !== undefined && { publishedAt }) };
}

function show(title: string, fetched: Fetched): void {
  console.log(`\n${title}: ${fetched.status}`);
  for (const request of asked) console.log(`  ${request}`);
  if (fetched.status !== 'listed') return;
  console.log(`  ${JSON.stringify(fetched.listings.upstream)}`);
  for (const { version, publishedAt } of fetched.listings.releases)
    console.log(`  ${version}  ${publishedAt ?? 'date held'}`);
}
