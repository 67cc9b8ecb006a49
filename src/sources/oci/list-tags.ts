import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import type { Reply } from '../../platform/http/reply.ts';
import { nextLink } from '../../platform/next-link.ts';
import { type Page, readAll } from '../../platform/pages.ts';
import { GONE } from './gone.ts';
import { isNoise } from './is-noise.ts';
import type { Registry } from './open-registry.ts';
import { TagName } from './tag.ts';

/** The names of all tags, each once, without noise; or the status that says that there is no such image. */
export type TagList =
  | { readonly status: 'read'; readonly names: readonly string[]; readonly dropped: number }
  | { readonly status: 'gone'; readonly code: number };

// A repository whose last tag was deleted may have `null`.
const TagReply = z.object({ tags: z.array(z.unknown()).nullable() });

// ECR refuses more. https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html
const PAGE = 1000;
// GitHub and quay.io give 100 whatever is asked. https://github.com/renovatebot/renovate/pull/36103
const MOST_PAGES = 1000;
// ECR calls its JSON plain text.
const TYPES = ['application/json', 'text/plain'];

/**
 * Reads the list of tags to its end; some registries list the oldest first, some in no order.
 * @throws HostError, FormatError
 */
export async function listTags(registry: Registry): Promise<TagList> {
  const { host, name } = registry.image;
  const subject = `${host} ${name}`;
  const whole = registry.address('/tags/list');
  const first = `${whole}?n=${PAGE}`;
  let code: number | undefined;

  async function readPage(url: string): Promise<Page<unknown>> {
    const further = url === first ? [...GONE, 405] : [];
    const reply = await registry.ask(url, { expect: TYPES, statuses: url === whole ? GONE : further });
    if (reply.status === 405) return readPage(whole);
    if (reply.status !== 200) {
      code = reply.status;
      return { items: [] };
    }
    const { data } = TagReply.safeParse(parseJson(reply.body, subject));
    if (data === undefined) throw new FormatError(`${subject}: the reply has no list of tags`);
    return { items: data.tags ?? [], next: nextPage(reply, url) };
  }

  const items = await readAll(first, readPage, MOST_PAGES);
  if (code !== undefined) return { status: 'gone', code };
  const names = items.map((item) => TagName.safeParse(item).data).filter((name) => name !== undefined);
  const dropped = items.length - names.length;
  if (items.length > 0 && names.length === 0) throw new FormatError(`${subject}: no tag can be read`);
  // A page may repeat tags of the one before it, if some were pushed in between.
  return { status: 'read', names: [...new Set(names)].filter((tag) => !isNoise(tag)), dropped };
}

// Artifactory leaves the repository out of the path: what follows the question mark is right.
function nextPage({ headers }: Reply, current: string): string | undefined {
  const link = nextLink(headers.get('link'));
  const own = new URL(current);
  const next = link === undefined ? null : URL.parse(link, current);
  if (next === null || next.host !== own.host || !next.searchParams.has('last')) return link;
  return own.pathname + next.search;
}
