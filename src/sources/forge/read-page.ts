import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import type { Reply } from '../../platform/http/reply.ts';
import type { Entry, Forge, List } from './forge.ts';
import { nextPage, readTotal } from './next-page.ts';

/** One page of a list of releases or tags. */
export interface ForgePage {
  /** Undefined for an element that was malformed. */
  readonly items: readonly (Entry | undefined)[];
  readonly next: string | undefined;
  readonly total: number | undefined;
  /** The forge's own time. */
  readonly now: Instant | undefined;
}

const Elements = z.array(z.unknown());

/** Asks for a page. A hundred releases with long notes are a large document. @throws HostError, FormatError */
export async function readPage(
  http: Http,
  forge: Forge,
  list: List,
  url: string,
  before: number,
): Promise<ForgePage> {
  const reply = await http.request(url, { ...forge.request, maxBytes: REGISTRY_DOCUMENT_BYTES });
  return toPage(forge, list, url, reply, before);
}

/**
 * The page in a reply.
 * @param before how many elements the pages before had
 * @throws FormatError for what is no list
 */
export function toPage(
  { totalHeader }: Pick<Forge, 'totalHeader'>,
  list: List,
  url: string,
  reply: Reply,
  before: number,
): ForgePage {
  const { host } = new URL(url);
  const { data, error } = Elements.safeParse(parseJson(reply.body, host));
  if (error !== undefined) throw new FormatError(`${host}: the reply is no list`, { cause: error });
  const now = toInstant(reply.headers.get('date'));
  return {
    items: data.map((element) => list.read(element, now)),
    next: nextPage({ url, head: reply, items: data.length, before, totalHeader }),
    total: readTotal(reply, totalHeader),
    now,
  };
}
