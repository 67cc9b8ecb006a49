import { html } from '../core/html.ts';
import { toHref } from '../core/to-href.ts';
import type { Target } from '../outputs.ts';
import { writeOutput } from './write-output.ts';

const NOT_FOR_SEARCH = /^(?:404|release-shell|compare-shell)\/?$/;

/** sitemap.xml of all pages, sorted, and robots.txt that names it. https://www.sitemaps.org/protocol.html */
export function writeSitemap({ folder, url, base }: Target, paths: readonly string[]): void {
  const pages = paths.filter((path) => !NOT_FOR_SEARCH.test(path)).sort();
  const entries = pages.map((path) => html`<url><loc>${new URL(toHref(base, path), url).href}</loc></url>\n`);
  const sitemap = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>\n`;
  writeOutput(folder, 'sitemap.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${sitemap.markup}`);
  writeOutput(folder, 'robots.txt', `User-agent: *\nAllow: /\nSitemap: ${url}sitemap.xml\n`);
}
