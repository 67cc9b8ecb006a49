import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import { FormatError } from '../../platform/errors.ts';

const Text = z
  .union([z.string(), z.object({ '#text': z.string() }).transform((element) => element['#text'])])
  .catch('');
const Entry = z.object({
  link: z.array(z.object({ '@href': z.string() })).min(1),
  updated: Text,
  title: Text,
  content: Text,
  author: z.object({ name: Text }).optional().catch(undefined),
});
const Feed = z.object({ feed: z.object({ id: z.string(), entry: z.array(z.unknown()).default([]) }) });

const LISTS = new Set(['feed.entry', 'feed.entry.link']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (_name, path) => typeof path === 'string' && LISTS.has(path),
});

/** What a feed says: the newest ten releases or bare tags. */
export interface FeedRead {
  readonly releases: readonly Listing[];
  readonly dropped: number;
}

/**
 * Reads GitHub's feed of releases. It has no date of publication, so that of the last change stands in for it:
 * https://github.com/isaacs/github/issues/1892
 * @throws FormatError for what is no Atom feed
 */
export function readAtom(text: string, subject: string): FeedRead {
  const { data, error } = Feed.safeParse(parseXml(text, subject));
  if (data === undefined) throw new FormatError(`${subject}: not an Atom feed`, { cause: error });
  const releases = data.feed.entry.map(toListing).filter((listing) => listing !== undefined);
  const dropped = data.feed.entry.length - releases.length;
  if (dropped > 0 && releases.length === 0) throw new FormatError(`${subject}: all entries are malformed`);
  return { releases, dropped };
}

function parseXml(text: string, subject: string): unknown {
  // A feed needs no entities of its own, and with them a small text can become a very large one.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FormatError(`${subject}: a feed with a document type`);
  try {
    return parser.parse(text, true);
  } catch (error) {
    throw new FormatError(`${subject}: not XML`, { cause: error });
  }
}

function toListing(node: unknown): Listing | undefined {
  const { data } = Entry.safeParse(node);
  const version = data && tagOf(data.link.map((link) => link['@href']));
  if (data === undefined || version === undefined) return undefined;
  const publishedAt = toInstant(data.updated);
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    title: data.title === version ? '' : data.title,
    ...(data.author && { author: data.author.name }),
    notes: data.content,
    notesFrom: 'feed',
  };
}

/** The tag stands in the address of the release, where a slash in it stays a slash. */
function tagOf(links: readonly string[]): string | undefined {
  const path = links
    .map((link) => /\/releases\/tag\/([^?#]+)/.exec(link)?.[1])
    .find((tag) => tag !== undefined);
  if (path === undefined) return undefined;
  try {
    const tag = decodeURIComponent(path);
    return tag.length <= 1024 ? tag : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
