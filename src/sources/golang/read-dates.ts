import { go } from '../../versions/go.ts';
import type { Asking } from '../package-by-package.ts';
import { type Info, readInfo } from './info.ts';
import type { Part } from './part.ts';
import { fileUrl, readEach, readFile, type VersionAt } from './read-files.ts';

/** What was asked about single versions this time. */
export interface Dates extends Part {
  readonly infos: ReadonlyMap<string, Info>;
  /** Versions that are older than what is wanted. */
  readonly old: ReadonlySet<string>;
}

/** Dates that one run asks for, one request each, for one package; the others follow in later runs. */
export const MOST_DATES = 200;

/**
 * The dates of versions that we hold without one, newest first. They never change. Where nothing older than some day is
 * wanted, all are asked for at once: without its date, an old version would be taken for a wanted one.
 */
export async function readDates(asking: Asking, versions: readonly VersionAt[]): Promise<Dates> {
  const { held, since, memory } = asking;
  const old = new Set((memory?.['old'] ?? '').split(' ').filter((version) => version !== ''));
  const dated = held?.releases.filter(({ publishedAt }) => publishedAt !== undefined) ?? [];
  const known = new Set([...old, ...dated.map(({ version }) => version)]);
  const unknown = new Map(versions.filter((one) => !known.has(one.version)).map((one) => [one.version, one]));
  const newestFirst = go.sort([...unknown.keys()]).reverse();
  const wanted = newestFirst.slice(0, since === undefined ? MOST_DATES : undefined);

  const infos = new Map<string, Info>();
  let failed = 0;
  let isFinished = wanted.length === newestFirst.length;
  const items = wanted.flatMap((version) => unknown.get(version) ?? []);
  for await (const [{ version }, file] of readEach(items, (one) => readInfoOf(asking, one))) {
    if (file.status === 'passing') isFinished = false;
    if (file.status !== 'read') failed += 1;
    else if (since !== undefined && file.value.publishedAt < since) old.add(version);
    else infos.set(version, file.value);
  }
  return { infos, old, failed, isFinished, memory: old.size > 0 ? { old: [...old].sort().join(' ') } : {} };
}

function readInfoOf(asking: Asking, one: VersionAt) {
  return readFile(asking, fileUrl(asking, one, 'info'), (body) => readInfo(body, one.version));
}
