import { FormatError } from '../../platform/errors.ts';

/** A feed as text, and what it begins with. */
export interface FeedText {
  readonly form: 'rss' | 'rdf' | 'atom' | 'json';
  readonly text: string;
}

const FORMS: Readonly<Record<string, FeedText['form']>> = { rss: 'rss', rdf: 'rdf', feed: 'atom' };
const BYTE_ORDER_MARKS = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/**
 * Tells a feed by its beginning: servers call them anything, from text/html to application/octet-stream.
 * @throws FormatError for a web page and whatever else is no feed, for one that declares entities, and for unreadable characters
 */
export function readFeedText(body: Uint8Array, contentType: string | null, subject: string): FeedText {
  const text = decode(body, contentType, subject);
  const start = skipProlog(text);
  if (text[start] === '{') return { form: 'json', text };
  const [, root = ''] = /^<(?:[\w-]{1,40}:)?(\w{1,10})[\s>]/.exec(text.slice(start, start + 60)) ?? [];
  const form = FORMS[root.toLowerCase()];
  if (form === undefined) throw new FormatError(`${subject}: not a feed`);
  return { form, text };
}

// Where the root element begins. A DTD with rules of its own, such as entities, is none that is skipped.
function skipProlog(text: string): number {
  let place = 0;
  for (;;) {
    const rest = text.slice(place, place + 300);
    const space = /^\s+/.exec(rest)?.[0].length ?? 0;
    const end = endOfMarkup(text, place, rest);
    if (space === 0 && end === undefined) return place;
    place = end ?? place + space;
  }
}

function endOfMarkup(text: string, place: number, rest: string): number | undefined {
  const [, doctype] = /^(<!DOCTYPE\s[^<>[\]]*>)/i.exec(rest) ?? [];
  if (doctype !== undefined) return place + doctype.length;
  for (const [opening, closing] of [
    ['<?', '?>'],
    ['<!--', '-->'],
  ] as const) {
    const end = rest.startsWith(opening) ? text.indexOf(closing, place) : -1;
    if (end >= 0) return end + closing.length;
  }
  return undefined;
}

// What is UTF-8 without a fault is UTF-8, whatever servers and declarations say; only then do they count.
function decode(body: Uint8Array, contentType: string | null, subject: string): string {
  const [marked] =
    BYTE_ORDER_MARKS.find(([, [first, second]]) => body[0] === first && body[1] === second) ?? [];
  const start = new TextDecoder('latin1').decode(body.subarray(0, 200));
  const [, declared] = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? [];
  const [, served] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '') ?? [];
  for (const encoding of [marked ?? 'utf-8', declared, served]) {
    const text = encoding === undefined ? undefined : decodeAs(encoding, body);
    if (text !== undefined) return text;
  }
  throw new FormatError(`${subject}: its characters cannot be read`);
}

function decodeAs(encoding: string, body: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
