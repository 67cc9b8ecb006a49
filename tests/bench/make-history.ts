import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Change } from '../../src/core/change.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { newestFirst, type Release, releasedAt } from '../../src/core/release.ts';
import { changeRules } from '../../src/pipeline/change-rules.ts';
import { packageMessage } from '../../src/pipeline/commit-message.ts';
import { serialize } from '../../src/store/canonical-json.ts';
import { classify } from '../../src/store/classify.ts';
import { changeLine, toLines } from '../../src/store/ledger.ts';
import { ledgerPath, packagePath, recentLedgerPaths } from '../../src/store/paths.ts';
import { createRandom, makeNotes } from './make-notes.ts';
import { makeRecord } from './make-record.ts';

const MINUTES = 60_000;
/** Three in four commits bring a release, the others edit notes. */
const NEWS = 0.75;
/** Notes are put together slowly: so many serve for all. */
const POOL = 300;

export interface MadeHistory {
  readonly packages: number;
  readonly commits: number;
}

/** Fills an empty repository with data commits as runs make them: imports first, then a release or an edit each. */
export async function makeHistory(folder: string, { packages, commits }: MadeHistory): Promise<void> {
  const importing = spawn('git', ['-c', 'pack.compression=1', 'fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const write = async (text: string) => {
    if (!importing.stdin.write(text)) await once(importing.stdin, 'drain');
  };
  const random = createRandom(20_261_120);
  const pool = Array.from({ length: POOL }, () => makeNotes(random).split('\n'));
  const records = new Map<string, PackageRecord>();
  const ledger = new Map<string, Change[]>();
  const names = Array.from({ length: packages }, (_, number) => `p${number}`);
  const list = `title: All\nprojects:\n${names.map((name) => `  - pkg:npm/${name}\n`).join('')}`;
  await write(toCommit('Follow\n', '2026-01-01T00:00:00Z', new Map([['data/watchlists/main.yml', list]])));
  for (let number = 0; number < commits; number += 1) {
    const at = `${new Date(Date.UTC(2026, 0, 2) + number * 50 * MINUTES).toISOString().slice(0, 19)}Z`;
    const name = names[number] ?? names[Math.floor(random() * packages)] ?? '';
    const before = records.get(name);
    const after = before === undefined ? imported(name, number, at) : changed(before, pool, random, at);
    records.set(name, after);
    await write(commitOf(before, after, ledger, at));
  }
  importing.stdin.end('done\n');
  await once(importing, 'close');
}

// Every twentieth package is a large one, split by year.
function imported(name: string, number: number, at: string): PackageRecord {
  const record = makeRecord(name, number % 20 === 0 ? 200 : 30);
  const releases = record.releases.map((release) => ({ ...release, seenAt: at }));
  return { ...record, importedAt: at, releases: releases.sort(newestFirst) };
}

function changed(
  record: PackageRecord,
  pool: readonly string[][],
  random: () => number,
  at: string,
): PackageRecord {
  const notes = [`## ${at}`, ...(pool[Math.floor(random() * POOL)] ?? [])];
  const [first, ...rest] = record.releases;
  if (first === undefined || random() < NEWS) {
    const version = `9.${record.releases.length}.0`;
    const release: Release = { version, publishedAt: at, seenAt: at, notes, notesFrom: 'changelog' };
    return { ...record, releases: [release, ...record.releases].sort(newestFirst) };
  }
  return { ...record, releases: [{ ...first, notes, notesFrom: 'changelog' }, ...rest] };
}

function commitOf(
  before: PackageRecord | undefined,
  after: PackageRecord,
  ledger: Map<string, Change[]>,
  at: string,
): string {
  const pkg = parsePackage(after.package);
  const recent = recentLedgerPaths(at).flatMap((path) => ledger.get(path) ?? []);
  const tags = after.releases.map(({ version }) => version);
  const changes = toLines(
    classify(
      before,
      after,
      changeRules(pkg, tags, () => false, at),
    ),
    recent,
  );
  const day = [...(ledger.get(ledgerPath(at)) ?? []), ...changes];
  ledger.set(ledgerPath(at), day);
  const old = before === undefined ? new Map() : filesOf(before);
  const files = new Map([[`data/${ledgerPath(at)}`, day.map(changeLine).join('')]]);
  for (const [suffix, text] of filesOf(after)) {
    if (old.get(suffix) !== text) files.set(`data/${packagePath(pkg)}${suffix}.json`, text);
  }
  return toCommit(packageMessage({ package: pkg, record: after, changes }, at), at, files);
}

function filesOf({ releases, ...header }: PackageRecord): Map<string, string> {
  const large = releases.at(-1)?.version === '0.0.0' && releases.length >= 200;
  if (!large) return new Map([['', fileOf({ format: 1, ...header }, releases)]]);
  const shards = Map.groupBy(releases, (release) => releasedAt(release).slice(0, 4));
  const files = [...shards].map(([year, shard]): [string, string] => {
    return [`@${year}`, fileOf({ format: 1, package: header.package }, shard)];
  });
  return new Map([['', fileOf({ format: 1, ...header, split: 'year' }, [])], ...files]);
}

const texts = new WeakMap<Release, string>();
const BEFORE = '{\n  "releases": [\n';
const AFTER = '\n  ]\n}\n';

// The bytes of canonical JSON, but each release is written once only.
function fileOf(head: object, releases: readonly Release[]): string {
  const empty = serialize({ ...head, releases: [] });
  if (releases.length === 0) return empty;
  const blocks = releases.map((release) => {
    const known = texts.get(release);
    const text = known ?? serialize({ releases: [release] }).slice(BEFORE.length, -AFTER.length);
    texts.set(release, text);
    return text;
  });
  return `${empty.slice(0, -'[]\n}\n'.length)}[\n${blocks.join(',\n')}${AFTER}`;
}

function toCommit(message: string, at: string, files: ReadonlyMap<string, string>): string {
  const who = `committer Bench <bench@tidings.example> ${Date.parse(at) / 1000} +0000`;
  const changes = [...files].map(([path, text]) => `M 100644 inline ${path}\n${toData(text)}`);
  return `commit refs/heads/main\n${who}\n${toData(message)}${changes.join('')}\n`;
}

function toData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
