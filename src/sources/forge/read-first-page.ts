import { HostError } from '../../platform/errors.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import type { Reply } from '../../platform/http/reply.ts';
import { fingerprint, type Memory } from '../memory.ts';
import type { World } from '../source.ts';
import type { Forge, ListKind } from './forge.ts';
import { readTotal } from './next-page.ts';
import { type ForgePage, toPage } from './read-page.ts';

/** What the first page of a list says. */
export type FirstPage =
  /** The list is not shown: the project is gone, or its owner has turned that list off. */
  | { readonly status: 'refused'; readonly error: HostError }
  | {
      readonly status: 'read';
      readonly page: ForgePage;
      /** What lets `checkFirstPage` find it unchanged. */
      readonly memory: Memory;
    };

type Http = World['http'];

const PAGE_SIZE = 20;
const REFUSED = [403, 404, 410, 451];

/** The first, small page of a list. @throws HostError, FormatError */
export async function readFirstPage(http: Http, forge: Forge, kind: ListKind): Promise<FirstPage> {
  return judge(forge, kind, await ask(http, forge, kind));
}

/**
 * The same, or that nothing changed: the one request of a look-up that finds nothing new. Unchanged is what has the same ETag, or
 * the same content as far as we use it, in a list of as many elements. A change to an entry that is on no first page is
 * found by the next look-up that reads the whole list.
 * @throws HostError, FormatError
 */
export async function checkFirstPage(
  http: Http,
  forge: Forge,
  kind: ListKind,
  memory: Memory,
): Promise<FirstPage | { readonly status: 'unchanged' }> {
  // An upcoming release becomes due without any change: only a whole reply tells the forge's time for certain.
  const etag = memory['upcoming'] === undefined ? memory['etag'] : undefined;
  const reply = await ask(http, forge, kind, etag);
  if (reply.status === 304) {
    return isSameList(reply, forge, memory) ? { status: 'unchanged' } : readFirstPage(http, forge, kind);
  }
  const first = judge(forge, kind, reply);
  if (first.status === 'refused') return first;
  const isSame = ['page', 'total', 'answeredBy'].every((key) => first.memory[key] === memory[key]);
  return isSame && !isDue(first.page, memory) ? { status: 'unchanged' } : first;
}

function ask(http: Http, { request, lists }: Forge, kind: ListKind, etag?: string): Promise<Reply> {
  const headers = etag === undefined ? undefined : { 'if-none-match': etag };
  const more = { headers, statuses: REFUSED, maxBytes: REGISTRY_DOCUMENT_BYTES };
  return http.request(lists[kind].url(PAGE_SIZE), { ...request, ...more });
}

function judge(forge: Forge, kind: ListKind, reply: Reply): FirstPage {
  const list = forge.lists[kind];
  const url = list.url(PAGE_SIZE);
  const { status } = reply;
  if (REFUSED.includes(status)) {
    const error = new HostError(`${new URL(url).host} does not show the list of ${kind}`, { status });
    return { status: 'refused', error };
  }
  const page = toPage(forge, list, url, reply, 0);
  const etag = forge.hasETags ? reply.headers.get('etag') : null;
  const memory = {
    kind,
    page: fingerprint(page.items),
    total: String(page.total ?? ''),
    answeredBy: fingerprint(reply.url),
    ...(etag && { etag }),
  };
  return { status: 'read', page, memory };
}

// The total is in no ETag, and after a move a 304 speaks of what was never read at the new address.
function isSameList(reply: Reply, { totalHeader }: Forge, { total, answeredBy }: Memory): boolean {
  const counted = readTotal(reply, totalHeader);
  return fingerprint(reply.url) === answeredBy && (counted === undefined || String(counted) === total);
}

function isDue({ now }: ForgePage, { upcoming }: Memory): boolean {
  return upcoming !== undefined && (now === undefined || upcoming <= now);
}
