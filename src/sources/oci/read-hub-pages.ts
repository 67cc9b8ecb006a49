import { FormatError } from '../../platform/errors.ts';
import { readAll } from '../../platform/pages.ts';
import type { Asking } from '../package-by-package.ts';
import { GONE } from './gone.ts';
import { type HubKnown, isJoined } from './hub-known.ts';
import { HubPage } from './hub-page.ts';
import { addPage, type HubSpan, NO_PAGES } from './hub-span.ts';
import type { Hub } from './open-hub.ts';

/** What was read of a repository's tags. */
export interface HubReading {
  readonly span: HubSpan;
  /** Why it ended: at the last page, where what is known begins, or where nothing is asked for. */
  readonly end: 'last' | 'known' | 'since';
  /** The status that says that there is no such repository. */
  readonly gone?: number;
}

// 100,000 tags: the largest repositories have that many.
const MOST_PAGES = 1000;

/**
 * Reads pages of tags until they make up the whole list, by themselves or with what is known.
 * @throws HostError, FormatError
 */
export async function readHubPages(
  { world, since }: Asking,
  hub: Hub,
  known: HubKnown | undefined,
): Promise<HubReading> {
  const subject = `Docker Hub ${hub.name}`;
  const { authorization } = hub;
  const reading: { -readonly [Key in keyof HubReading]: HubReading[Key] } = {
    span: { ...NO_PAGES, tags: new Map() },
    end: 'last',
  };

  async function readPage(url: string) {
    const statuses = reading.span.pages === 0 ? GONE : [];
    const { status, json } = await world.http.readJson(url, { authorization, statuses });
    if (statuses.includes(status)) {
      reading.gone = status;
      return { items: [] };
    }
    const { data, error } = HubPage.safeParse(json);
    if (error) throw new FormatError(`${subject}: the reply is no page of tags`, { cause: error });
    if (data.tags.length === 0 && data.dropped > 0) throw new FormatError(`${subject}: no tag can be read`);
    reading.span = addPage(reading.span, data);
    if (!data.hasMore) return { items: [] };
    reading.end = endOf(reading.span, known, since);
    return { items: [], next: reading.end === 'last' ? hub.pageUrl(reading.span.pages + 1) : undefined };
  }

  await readAll(hub.pageUrl(1), readPage, MOST_PAGES);
  return reading;
}

/** Where a span ends that is not at the last page; `last` if it has to go on. */
function endOf(span: HubSpan, known: HubKnown | undefined, since: Asking['since']): HubReading['end'] {
  if (known !== undefined && isJoined(span, known)) return 'known';
  const { earliest, isSorted } = span;
  const isPast = since !== undefined && earliest !== undefined && earliest < Date.parse(since);
  return isPast && isSorted ? 'since' : 'last';
}
