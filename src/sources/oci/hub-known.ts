import { z } from 'zod';
import type { Release } from '../../core/release.ts';
import type { Memory } from '../memory.ts';
import type { Asking } from '../package-by-package.ts';
import type { HubTag } from './hub-page.ts';
import type { HubSpan } from './hub-span.ts';

/** What was known after the last reading: then only the pages of what was pushed since are read. */
export interface HubKnown {
  /** The latest update, in milliseconds since 1970. */
  readonly newest: number;
  /** All tags of the repository, noise too. */
  readonly total: number;
  readonly lastId: number;
  /** The tags that we hold and that were there, by name. */
  readonly releases: ReadonlyMap<string, Release>;
}

const Remembered = z
  .object({ newest: z.string(), total: z.string(), lastId: z.string(), held: z.string() })
  .transform(({ newest, total, lastId, held }) => ({
    newest: Number(newest),
    total: Number(total),
    lastId: Number(lastId),
    held: Number(held),
  }));

/** Whether a release is what a reading may repeat: there, and not older than what is asked for. */
function isCurrent({ withdrawnAt, publishedAt }: Release, since: Asking['since']): boolean {
  return withdrawnAt === undefined && (since === undefined || (publishedAt ?? since) >= since);
}

/** Undefined where nothing is remembered, or we hold another number of tags than were read then. */
export function recallHub({
  memory,
  held,
  since,
}: Pick<Asking, 'memory' | 'held' | 'since'>): HubKnown | undefined {
  const { data } = Remembered.safeParse(memory);
  if (data === undefined) return undefined;
  const current = held?.releases.filter((release) => isCurrent(release, since)) ?? [];
  if (current.length !== data.held) return undefined;
  return { ...data, releases: new Map(current.map((release) => [release.version, release])) };
}

/** What `recallHub` recalls; `listed` is the number of tags in the listing. */
export function rememberHub(span: HubSpan, known: HubKnown | undefined, listed: number): Memory {
  const ids = [...span.tags.values()].map(({ id }) => id ?? 0);
  // Not by spreading: there may be more than a call can have arguments.
  const lastId = ids.reduce((a, b) => Math.max(a, b), known?.lastId ?? 0);
  const newest = Math.max(span.newest ?? 0, known?.newest ?? 0);
  return { newest: String(newest), total: String(span.count), lastId: String(lastId), held: String(listed) };
}

/** Known tags that were deleted: pushed within the span, and not in it. */
export function deletedWithin({ tags, earliest }: HubSpan, known: HubKnown): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { version, publishedAt } of known.releases.values()) {
    const isWithin =
      publishedAt !== undefined && earliest !== undefined && Date.parse(publishedAt) > earliest;
    if (isWithin && !tags.has(version)) gone.add(version);
  }
  return gone;
}

/**
 * Whether the span and what is known make up the whole repository: the span reaches back to the last reading, and the tags
 * that were there, less those deleted, plus the new ones, are as many as Docker Hub counts.
 */
export function isJoined(span: HubSpan, known: HubKnown): boolean {
  const { isSorted, earliest, tags, count } = span;
  if (!isSorted || earliest === undefined || earliest > known.newest) return false;
  const isNew = ({ name, id = Number.POSITIVE_INFINITY }: HubTag) =>
    !known.releases.has(name) && id > known.lastId;
  const added = [...tags.values()].filter(isNew).length;
  return known.total + added - deletedWithin(span, known).size === count;
}
