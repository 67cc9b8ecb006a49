/** What a walk along all links of the site found. */
export interface Crawled {
  /** Addresses of the pages, without fragments. */
  readonly pages: ReadonlySet<string>;
  /** `page → link: what is wrong`, a line each. */
  readonly broken: readonly string[];
}

/** Where `npm start` serves the site: the docs say so. */
const PREVIEW = 'http://localhost:4321/';

interface Reply {
  readonly status: number;
  /** Undefined for what is no page. */
  readonly html: string | undefined;
}

/** Follows every link below an address, from page to page. Links that leave it have to be https. */
export async function crawl(base: string): Promise<Crawled> {
  const replies = new Map<string, Promise<Reply>>();
  const broken: string[] = [];
  const pages = new Set<string>();
  const ask = (url: string) => {
    const asked = replies.get(url) ?? get(url);
    replies.set(url, asked);
    return asked;
  };

  async function follow(page: string, link: string): Promise<string | undefined> {
    const { origin } = new URL(base);
    const url = new URL(link, page);
    if (url.origin !== origin) {
      if (url.protocol !== 'https:' && url.href !== PREVIEW)
        broken.push(`${page} → ${link}: neither ours nor https`);
      return undefined;
    }
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    // What a page is asked makes it no other page.
    url.search = '';
    if (!url.href.startsWith(base)) broken.push(`${page} → ${link}: leaves the base`);
    const { status, html } = await ask(url.href);
    if (status !== 200) broken.push(`${page} → ${link}: status ${status}`);
    if (fragment !== '' && html?.includes(` id="${fragment}"`) !== true)
      broken.push(`${page} → ${link}: no such place`);
    return html === undefined ? undefined : url.href;
  }

  const waiting = [base];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (pages.has(page)) continue;
    pages.add(page);
    const { html = '' } = await ask(page);
    for (const link of linksOf(html)) {
      const next = await follow(page, link);
      if (next !== undefined && !pages.has(next)) waiting.push(next);
    }
  }
  return { pages, broken };
}

async function get(url: string): Promise<Reply> {
  const reply = await fetch(url, { redirect: 'manual' });
  const text = await reply.text();
  return {
    status: reply.status,
    html: reply.headers.get('content-type')?.startsWith('text/html') ? text : undefined,
  };
}

function linksOf(html: string): Set<string> {
  const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
  return new Set(
    links.map((link) =>
      link
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"')
        .replaceAll('&#38;', '&')
        .replaceAll('&#x26;', '&'),
    ),
  );
}
