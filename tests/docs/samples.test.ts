import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Affected } from '../../src/core/advisory.ts';
import { CHANGE_KINDS } from '../../src/core/change.ts';
import { Failure, FailureKind, Health } from '../../src/core/health.ts';
import { parsePackage } from '../../src/core/package.ts';
import { Asset, Release } from '../../src/core/release.ts';
import { Upstream } from '../../src/core/upstream.ts';
import { Track, WatchedProject, Watchlist } from '../../src/core/watchlist.ts';
import { ROOT } from '../../src/platform/root.ts';
import { checkReleases } from '../../src/store/check-releases.ts';
import { changeLine, parseLedger } from '../../src/store/ledger.ts';
import { packagePath } from '../../src/store/paths.ts';
import { parseWatchlist } from '../../src/store/watchlists.ts';
import { readMarkdown } from './read-markdown.ts';

const configuration = readMarkdown(await readFile(join(ROOT, 'docs/configuration.md'), 'utf8'));
const data = readMarkdown(await readFile(join(ROOT, 'docs/data.md'), 'utf8'));

/** Words in code that stand in the first column of the page’s tables. */
function keysOf({ rows }: typeof data): string[] {
  return rows.flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, key]) => key ?? ''));
}

describe('docs/configuration.md', () => {
  const list = Object.keys(Watchlist.shape);
  const track = Object.keys(Track.shape);
  const project = Object.keys(WatchedProject.shape);
  const isKey = ([first = '']: readonly string[]) => /^`[a-z]/i.test(first) && !/^`[A-Z]/.test(first);
  const rows = configuration.rows.filter(isKey).map((row) => row.map((cell) => cell.replaceAll('`', '')));

  test('explains every key, and no other', () => {
    assert.deepEqual(
      rows.map(([key]) => key),
      [...list, ...project, ...track],
    );
  });

  for (const [key = '', , , , example = ''] of rows) {
    test(`its example of ${key} is right`, () => {
      const line = `${key}: ${example}`;
      const keys = track.includes(key) ? `track: { ${line} }` : line;
      const first = key === 'package' ? '' : '    package: pkg:npm/a\n';
      const text = list.includes(key)
        ? ['title: T', 'projects: [pkg:npm/a]']
            .map((other) => (other.startsWith(key) ? line : other))
            .join('\n')
        : `title: T\nprojects:\n  -\n${first}    ${keys}\n`;
      assert.deepEqual(parseWatchlist('sample', text).problems, [], text);
    });
  }
});

describe('docs/data.md', () => {
  const [file, line] = data.blocks.filter(({ language }) => language === 'json');

  test('its release file is as Tidings would write it', () => {
    assert.deepEqual(checkReleases(new Map([['releases/npm/anvil.json', file?.text ?? '']])), []);
  });

  test('its ledger line is as Tidings would write it', () => {
    const [change, ...others] = parseLedger(line?.text ?? '');
    assert.ok(change !== undefined && others.length === 0);
    assert.equal(changeLine(change), line?.text);
  });

  test('its packages lie where it says', () => {
    const places = data.rows.filter(
      ([first = '', second = '']) => /^`pkg:/.test(first) && second.startsWith('`releases/'),
    );
    assert.equal(places.length, 3);
    for (const [purl = '', path = ''] of places) {
      assert.equal(`\`${packagePath(parsePackage(purl.replaceAll('`', '')))}.json\``, path);
    }
    assert.ok(
      data.codes.includes(`${packagePath(parsePackage('pkg:npm/JSONStream')).split('/').at(-1)}.json`),
    );
  });

  test('explains every key of what lies there, every kind of change and every kind of failure', () => {
    const explained = new Set([...keysOf(data), ...data.codes]);
    const shapes = [Release, Asset, Upstream, Affected, Failure, Health].map(({ shape }) =>
      Object.keys(shape),
    );
    const wanted = [...shapes.flat(), ...Object.keys(CHANGE_KINDS), ...FailureKind.options].filter(
      (key) => key !== 'format',
    );
    assert.deepEqual(
      wanted.filter((key) => !explained.has(key)),
      [],
    );
  });
});
