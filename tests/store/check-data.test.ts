import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Change } from '../../src/core/change.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { writeFileAtomic } from '../../src/platform/files.ts';
import { serialize } from '../../src/store/canonical-json.ts';
import { checkData } from '../../src/store/check-data.ts';
import { appendChanges, writeHealth, writePackage } from '../../src/store/write.ts';

const AT = '2026-11-20T10:00:00Z';
const TOOL = 'pkg:npm/%40acme/Tool';
const TOOL_PATH = 'releases/npm/@acme/%54ool.json';
const LEDGER = 'changes/2026/11/20.jsonl';
const BIG = 'releases/github/acme/big';

const CHANGE: Change = { at: AT, kind: 'published', package: TOOL, version: '1.1.0', severity: 'info' };
const LINE = `${JSON.stringify(CHANGE)}\n`;

const TOOL_FILE = {
  format: 1,
  package: TOOL,
  upstream: {},
  importedAt: AT,
  releases: [
    { version: '1.1.0', publishedAt: '2026-02-01T00:00:00Z', seenAt: AT, notes: ['- a', ''] },
    {
      version: '1.0.0',
      publishedAt: '2026-01-01T00:00:00Z',
      seenAt: AT,
      assets: [{ name: 'a.tgz', size: 1 }],
    },
  ],
};

function record(purl: string, versions: readonly string[]): PackageRecord {
  const releases = versions.map((version) => ({
    version,
    publishedAt: `${version}-01-01T00:00:00Z`,
    seenAt: AT,
  }));
  return { package: purl, upstream: {}, importedAt: AT, releases };
}

/** A data folder as Tidings writes it, then with some files replaced (or, by `undefined`, left as they are). */
async function problemsOf(replaced: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const data = await mkdtemp(join(tmpdir(), 'tidings-data-'));
  try {
    await writeFileAtomic(join(data, TOOL_PATH), serialize(TOOL_FILE));
    const big = parsePackage('pkg:github/acme/big');
    const bigRecord = record(big.purl, ['2026', '2025', '2024']);
    const periods = new Map(['2026', '2025', '2024'].map((year) => [year, year]));
    await writePackage(data, big, bigRecord, { split: true, periods });
    await appendChanges(
      data,
      [CHANGE, { at: AT, kind: 'imported', package: big.purl, severity: 'info' }],
      AT,
    );
    await writeHealth(data, {
      format: 1,
      failing: [{ package: TOOL, since: AT, kind: 'host', status: 503 }],
    });
    await writeFileAtomic(join(data, 'watchlists/main.yml'), 'title: Main\nprojects: [pkg:npm/axios]\n');
    for (const [path, text] of Object.entries(replaced)) await writeFileAtomic(join(data, path), text);
    return (await checkData(data)).map((problem) => problem.replaceAll(`${data}/`, ''));
  } finally {
    await rm(data, { recursive: true });
  }
}

function tool(changed: Readonly<Record<string, unknown>>): string {
  return serialize({ ...TOOL_FILE, ...changed });
}

const [NEWER, OLDER] = TOOL_FILE.releases;
const ADVISORY = {
  format: 1,
  id: 'GHSA-1',
  modified: '2026-01-01T00:00:00.5Z',
  affected: [
    { package: TOOL, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.1.0' }] }] },
  ],
};
const NO_OTHER = 'releases/npm/other.json';

/** What stands where, and all that must be said about it. */
const CASES: Readonly<Record<string, readonly [Record<string, string>, ...string[]]>> = {
  'nothing wrong': [{}],
  'an advisory': [{ 'advisories/GHSA-1.json': serialize(ADVISORY) }],
  'an advisory in a folder': [
    { 'advisories/npm/GHSA-1.json': serialize(ADVISORY) },
    'advisories/npm/GHSA-1.json: is no file of data/',
  ],
  'a summary that is none': [{ 'summaries/npm/axios.json': '{' }, 'summaries/npm/axios.json: is no JSON'],
  'broken JSON': [{ [TOOL_PATH]: '{' }, `${TOOL_PATH}: is no JSON`],
  'an unknown key': [
    { [TOOL_PATH]: tool({ stars: 5 }) },
    `${TOOL_PATH}: is not valid: Unrecognized key: "stars"`,
  ],
  'a value of the wrong kind': [
    { [TOOL_PATH]: tool({ releases: [{ version: 1, seenAt: AT }] }) },
    `${TOOL_PATH}: is not valid: releases[0].version: Invalid input: expected string, received number`,
  ],
  'another indentation': [
    { [TOOL_PATH]: JSON.stringify(TOOL_FILE, undefined, 4) },
    `${TOOL_PATH}: is not written as Tidings writes it`,
  ],
  'a missing final newline': [
    { [TOOL_PATH]: serialize(TOOL_FILE).trimEnd() },
    `${TOOL_PATH}: is not written as Tidings writes it`,
  ],
  'keys in another order': [
    { [TOOL_PATH]: serialize(Object.fromEntries(Object.entries(TOOL_FILE).reverse())) },
    `${TOOL_PATH}: is not written as Tidings writes it`,
  ],
  'releases in another order': [
    { [TOOL_PATH]: tool({ releases: [OLDER, NEWER] }) },
    `${TOOL_PATH}: 1.1.0 is newer than 1.0.0, which stands before it`,
  ],
  'a version twice': [
    { [TOOL_PATH]: tool({ releases: [NEWER, NEWER] }) },
    `${TOOL_PATH}: holds 1.1.0 a second time`,
  ],
  'a purl that is not canonical': [
    { [TOOL_PATH]: tool({ package: 'pkg:npm/@acme/Tool' }) },
    `${TOOL_PATH}: pkg:npm/@acme/Tool is not its canonical purl, ${TOOL}`,
  ],
  'a purl that is none': [
    { [TOOL_PATH]: tool({ package: 'pkg:npm/..' }) },
    `${TOOL_PATH}: pkg:npm/.. has a segment that is empty, “.” or “..”`,
  ],
  'a file in another’s place': [
    { [NO_OTHER]: serialize(TOOL_FILE) },
    `${NO_OTHER}: is the file of ${TOOL}, whose place is ${TOOL_PATH}`,
  ],
  'a shard of another package': [
    { [`${BIG}@2026.json`]: serialize({ format: 1, package: TOOL, releases: [NEWER] }) },
    `${BIG}@2026.json: is the file of ${TOOL}, whose place is ${TOOL_PATH}`,
  ],
  'a version in two shards': [
    {
      [`${BIG}@2026-01.json`]: serialize({
        format: 1,
        package: 'pkg:github/acme/big',
        releases: [{ version: '2025', seenAt: AT }],
      }),
    },
    `${BIG}@2026-01.json: holds 2025 a second time`,
  ],
  'a shard of no period': [
    {
      [`${BIG}@2026-13.json`]: serialize({
        format: 1,
        package: 'pkg:github/acme/big',
        releases: [{ version: '1', seenAt: AT }],
      }),
    },
    `${BIG}@2026-13.json: “2026-13” is neither a year nor a month`,
  ],
  'a shard beside a whole file': [
    {
      'releases/npm/@acme/%54ool@2026.json': serialize({
        format: 1,
        package: TOOL,
        releases: [{ version: '3', seenAt: AT }],
      }),
    },
    'releases/npm/@acme/%54ool@2026.json: belongs to a package that is not split',
  ],
  'a ledger line that is no JSON': [{ [LEDGER]: `${LINE}{\n` }, `${LEDGER}:2: is no JSON`],
  'a ledger line that is no change': [
    { [LEDGER]: LINE.replace('published', 'exploded') },
    `${LEDGER}:1: is no change: kind: not a kind of change`,
  ],
  'a ledger line with spaces': [
    { [LEDGER]: LINE.replaceAll(':"', ': "') },
    `${LEDGER}:1: is not written as Tidings writes it`,
  ],
  'a ledger line of another day': [
    { [LEDGER]: LINE.replace('2026-11-20', '2026-11-21') },
    `${LEDGER}:1: belongs into changes/2026/11/21.jsonl`,
  ],
  'a change twice': [{ [LEDGER]: LINE + LINE }, `${LEDGER}:2: repeats a change`],
  'a ledger without a last line break': [
    { [LEDGER]: LINE.trimEnd() },
    `${LEDGER}: does not end with a line break`,
  ],
  'an empty line in the ledger': [{ [LEDGER]: `${LINE}\n` }, `${LEDGER}:2: is no JSON`],
  'health that is not sorted': [
    {
      'health.json': serialize({
        format: 1,
        failing: ['b', 'a'].map((name) => ({ package: `pkg:npm/${name}`, since: AT, kind: 'gone' })),
      }),
    },
    'health.json: pkg:npm/a is out of order',
  ],
  'a package that fails twice': [
    {
      'health.json': serialize({
        format: 1,
        failing: ['host', 'gone'].map((kind) => ({ package: 'pkg:npm/a', since: AT, kind })),
      }),
    },
    'health.json: pkg:npm/a is out of order',
  ],
  'health with words of its own': [
    { 'health.json': serialize({ format: 1, failing: [], note: 'x' }) },
    'health.json: is not valid: Unrecognized key: "note"',
  ],
  'a file that nobody knows': [{ 'notes.txt': '' }, 'notes.txt: is no file of data/'],
  'a watchlist with an unknown key': [
    { 'watchlists/main.yml': 'title: Main\nprojects: [pkg:npm/axios]\nroutes: []\n' },
    'watchlists/main.yml:3: routes: “routes” is not a known key.',
  ],
  'two projects of one id': [
    { 'watchlists/team.yml': 'title: Team\nprojects: [pkg:github/axios/axios]\n' },
    'watchlists/team.yml:2: projects[0]: pkg:npm/axios (list main)',
  ],
};

describe('checkData', () => {
  for (const [name, [replaced, ...expected]] of Object.entries(CASES)) {
    test(`${name}: ${expected.length === 0 ? 'no problem' : 'is told'}`, async () => {
      const problems = await problemsOf(replaced);
      const told = expected.map((text) => problems.find((problem) => problem.startsWith(text)));
      assert.ok(!told.includes(undefined), problems.join('\n'));
      assert.equal(problems.length, expected.length, problems.join('\n'));
    });
  }

  test('all problems are told at once', async () => {
    const problems = await problemsOf({
      [TOOL_PATH]: '{',
      [LEDGER]: '{\n',
      'notes.txt': '',
      'health.json': '',
    });
    assert.equal(problems.length, 4, problems.join('\n'));
  });

  test('a data folder that is not there has no watchlist', async () => {
    const [problem, ...others] = await checkData(join(tmpdir(), 'tidings-no-such-folder'));
    assert.match(problem ?? '', /holds no watchlist/);
    assert.deepEqual(others, []);
  });
});
