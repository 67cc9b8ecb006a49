import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import type { Asking } from '../package-by-package.ts';

const Index = z.object({ items: z.array(z.unknown()) });
const Page = z.object({
  '@id': z.string().catch(''),
  count: z.int().nonnegative().optional().catch(undefined),
  items: z.array(z.unknown()).optional(),
});
type Page = z.infer<typeof Page>;

// A page holds 64 versions.
const MOST_PAGES = 500;
const AT_ONCE = 4;

/** Every leaf of a registration, still unjudged, and how many were lost. */
export interface Leaves {
  readonly leaves: readonly unknown[];
  readonly dropped: number;
}

/**
 * Reads all pages of a registration index: those that it holds, and those that it only names.
 * https://learn.microsoft.com/nuget/api/registration-base-url-resource
 * @param url where the index was read, which all pages must be beside
 * @throws FormatError for what is no index, and for pages of another origin, or named twice, or too many; HostError
 */
export async function readLeaves(
  asking: Asking,
  url: string,
  body: Uint8Array,
  request: HttpRequest,
): Promise<Leaves> {
  const { purl } = asking.package;
  const { data, error } = Index.safeParse(parseJson(body, purl));
  if (error) throw new FormatError(`${purl}: the reply is no registration index`, { cause: error });
  const pages = data.items
    .map((element) => Page.safeParse(element).data)
    .filter((page) => page !== undefined);
  if (pages.length === 0 && data.items.length > 0) throw new FormatError(`${purl}: no page can be read`);
  if (pages.length > MOST_PAGES) throw new FormatError(`${purl}: more than ${MOST_PAGES} pages`);
  const named = pages.filter(({ items }) => items === undefined).map((page) => pageUrl(asking, page, url));
  if (new Set([...named, url]).size <= named.length) {
    throw new FormatError(`${purl}: the registration leads back to a page that was read`);
  }
  const read = new Map<string, Page>();
  const reading = inParallel(named, AT_ONCE, async (address) => ({
    address,
    page: await readPage(asking, address, request),
  }));
  for await (const { address, page } of reading) read.set(address, page);
  const whole = [...pages, ...named.map((address) => read.get(address))];
  return {
    leaves: whole.flatMap((page) => page?.items ?? []),
    dropped: data.items.length - pages.length + whole.reduce((lost, page) => lost + lostOf(page), 0),
  };
}

// A credential may go with it, so a page has the origin of its index.
function pageUrl({ package: pkg, world }: Asking, page: Page, index: string): string {
  const url = URL.parse(world.mirrors(page['@id']), index);
  if (url?.origin !== new URL(index).origin) {
    throw new FormatError(`${pkg.purl}: a page of the registration is at another origin`);
  }
  url.hash = '';
  return url.href;
}

async function readPage({ package: pkg, world }: Asking, url: string, request: HttpRequest): Promise<Page> {
  const { json } = await world.http.readJson(url, request);
  const { data } = Page.safeParse(json);
  if (data?.items === undefined)
    throw new FormatError(`${pkg.purl}: a page of the registration has no items`);
  return data;
}

// A page that holds fewer than it says may lack the very version that is not listed.
function lostOf(page: Page | undefined): number {
  if (page?.items === undefined) return 0;
  return Math.max(0, (page.count ?? 0) - page.items.length);
}
