import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parseAtomFeed, parseFeed, parseRssFeed } from 'feedsmith';
import { z } from 'zod';
import { listFiles } from '../../src/platform/files.ts';
import { aFolder } from '../build-release.ts';
import { HOSTILE_TEXTS } from '../feeds/hostile-texts.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { stubRenderer } from './build-site.ts';
import { aHostileSite, RELEASES_OF_SITE } from './hostile-site.ts';
import { write } from './read-feeds.ts';
import { runProgram } from './run-program.ts';

/** Debian’s own: another Python on the path has no packages of Debian. */
const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'read-feeds.py');
const NO_FEEDPARSER = 'feedparser is not installed: apt-get install -y python3-feedparser';
const NO_NEWSBOAT = 'newsboat is not installed: apt-get install -y newsboat';

const Seen = z.record(
  z.string(),
  z.object({ problem: z.string(), version: z.string(), entries: z.array(z.tuple([z.string(), z.string()])) }),
);

/** The feeds of a site full of hostile text. */
async function hostileFeeds(t: TestContext): Promise<{ folder: string; paths: readonly string[] }> {
  stubRenderer();
  const { folder } = await write(t, aHostileSite());
  const paths = (await listFiles(folder)).toSorted();
  assert.ok(paths.length > 150 && paths.includes('archive/2/feed.xml'));
  return { folder, paths };
}

/** The id and the address of each entry, as feedsmith reads them. */
function entriesOf(xml: string): (readonly [string, string])[] {
  if (xml.includes('<rss')) {
    return (parseRssFeed(xml).items ?? []).map(({ guid, link }) => [guid?.value ?? '', link ?? '']);
  }
  return (parseAtomFeed(xml).entries ?? []).map(({ id, links }) => [id ?? '', links?.[0]?.href ?? '']);
}

describe('all feeds of hostile text', { timeout: 300_000 }, () => {
  test('are read by feedsmith, each in its format', async (t) => {
    const { folder, paths } = await hostileFeeds(t);
    const formats: Readonly<Record<string, string>> = {
      'atom.xml': 'atom',
      'feed.xml': 'rss',
      'feed.json': 'json',
    };
    for (const path of paths) {
      const { format } = parseFeed(await readFile(join(folder, path), 'utf8'));
      assert.equal(format, formats[path.split('/').at(-1) ?? ''], path);
    }
  });

  test('are well-formed for feedparser, and it finds the same entries', async (t) => {
    const { code } = await runProgram(PYTHON, ['-c', 'import feedparser']);
    if (code !== 0) return t.skip(NO_FEEDPARSER);
    const { folder, paths } = await hostileFeeds(t);
    const { output, errors } = await runProgram(PYTHON, [SCRIPT, folder]);
    assert.equal(errors, '');
    const seen = Seen.parse(JSON.parse(output));
    assert.deepEqual(
      Object.keys(seen),
      paths.filter((path) => path.endsWith('.xml')),
    );
    for (const [path, { problem, version, entries }] of Object.entries(seen)) {
      assert.equal(problem, '', path);
      assert.equal(version, path.endsWith('atom.xml') ? 'atom10' : 'rss20', path);
      assert.deepEqual(entries, entriesOf(await readFile(join(folder, path), 'utf8')), path);
    }
  });

  test('are taken by newsboat, which has every article of them afterwards', async (t) => {
    if ((await runProgram('newsboat', ['-v'])).code !== 0) return t.skip(NO_NEWSBOAT);
    const { folder, paths } = await hostileFeeds(t);
    const feeds = paths.filter((path) => path.endsWith('.xml'));
    const texts = await Promise.all(feeds.map((path) => readFile(join(folder, path), 'utf8')));
    // An article that stands in many feeds is one: its id says so.
    const articles = new Set(texts.flatMap(entriesOf).map(([id]) => id)).size;
    assert.equal(
      articles,
      RELEASES_OF_SITE + HOSTILE_TEXTS.length,
      'every release, and a change of each project',
    );
    const { log, unread } = await readWithNewsboat(t, folder, feeds);
    assert.equal(log, '');
    assert.equal(unread, `${articles} unread articles\n`);
  });
});

/** Gives newsboat feeds by a server of their own, in a home of its own. */
async function readWithNewsboat(t: TestContext, folder: string, feeds: readonly string[]) {
  const { port, close } = await serveFolder(folder, 'tidings');
  t.after(close);
  const home = await aFolder(t);
  const [urls, config, log] = ['urls', 'config', 'errors'].map((name) => join(home, name));
  assert.ok(urls !== undefined && config !== undefined && log !== undefined);
  const lines = feeds.map((path) => `http://localhost:${port}/tidings/${path}\n`);
  await writeFile(urls, lines.join(''));
  await writeFile(config, `error-log ${log}\nmax-items 0\nuse-proxy no\n`);
  await writeFile(log, '');
  const options = ['-u', urls, '-C', config, '-c', join(home, 'cache.db')];
  const reload = await runProgram('newsboat', [...options, '-x', 'reload'], { HOME: home });
  assert.equal(reload.code, 0, reload.errors);
  const { output } = await runProgram('newsboat', [...options, '-x', 'print-unread'], { HOME: home });
  return { log: await readFile(log, 'utf8'), unread: output };
}
