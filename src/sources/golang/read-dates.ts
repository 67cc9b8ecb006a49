import { go } from '../../versions/go.ts';
import type { Asking } from '../package-by-package.ts';
import { type Info, readInfo } from './info.ts';
import type { Part } from './part.ts';
import { fileUrl, readEach, readFile, type VersionAt } from './read-files.ts';

/** What was asked about single versions this time. */
export interface Dates extends Part {
  readonly infos: ReadonlyMap<string, Info>;
  /** Versions that are not wanted: they are older, or for now nobody can tell. */
  readonly leftOut: ReadonlySet<string>;
}

/** Dates of known versions that one run asks for, one request each, for one package; the others follow in later runs. */
export const MOST_DATES = 200;

/**
 * The dates of versions that we hold without one, newest first. They never change. What is new to us is asked for at once, and
 * so is all where nothing older than some day is wanted: without its date, an old version would be taken for news.
 */
export async function readDates(asking: Asking, versions: readonly VersionAt[]): Promise<Dates> {
  const { held, since, memory } = asking;
  const old = new Set((memory?.['old'] ?? '').split(' ').filter((version) => version !== ''));
  const dated = held?.releases.filter(({ publishedAt }) => publishedAt !== undefined) ?? [];
  const known = new Set([...old, ...dated.map(({ version }) => version)]);
  const unknown = new Map(versions.filter((one) => !known.has(one.version)).map((one) => [one.version, one]));
  const newestFirst = go.sort([...unknown.keys()]).reverse();
  const isHeld = new Set(held?.releases.map(({ version }) => version));
  const isNew = (version: string) => held !== undefined && !isHeld.has(version);
  const urgent = newestFirst.filter((version) => since !== undefined || isNew(version));
  const others = newestFirst.filter((version) => since === undefined && !isNew(version));
  const wanted = [...urgent, ...others.slice(0, Math.max(0, MOST_DATES - urgent.length))];

  const infos = new Map<string, Info>();
  const waiting = new Set<string>();
  let failed = 0;
  let answered = 0;
  const items = wanted.flatMap((version) => unknown.get(version) ?? []);
  for await (const [{ version }, file] of readEach(items, (one) => readInfoOf(asking, one))) {
    if (file.status === 'passing') waiting.add(version);
    if (file.status === 'read') answered += 1;
    else failed += 1;
    if (file.status !== 'read') continue;
    if (since !== undefined && file.value.publishedAt < since) old.add(version);
    else infos.set(version, file.value);
  }
  // Where not one of them has a date, the rest has none either.
  const isWhole = wanted.length === newestFirst.length || answered === 0;
  // A proxy that fails twice hides no version.
  const mayBeOld = since !== undefined && memory?.['unfinished'] === undefined;
  return {
    infos,
    leftOut: new Set([...old, ...[...waiting].filter((version) => mayBeOld && isNew(version))]),
    failed,
    isFinished: waiting.size === 0 && isWhole,
    memory: old.size > 0 ? { old: [...old].sort().join(' ') } : {},
  };
}

function readInfoOf(asking: Asking, one: VersionAt) {
  return readFile(asking, fileUrl(asking, one, 'info'), (body) => readInfo(body, one.version));
}
