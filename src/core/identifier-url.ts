import { encodePart } from './encode-part.ts';

const PAGES: readonly (readonly [start: string, url: (id: string) => string])[] = [
  ['CVE-', (id) => `https://www.cve.org/CVERecord?id=${id}`],
  ['GHSA-', (id) => `https://github.com/advisories/${id}`],
  ['RUSTSEC-', (id) => `https://rustsec.org/advisories/${id}.html`],
];

/** The public page of a vulnerability by its id: where it was given, else at OSV, which knows all of them. */
export function identifierUrl(id: string): string {
  const page = PAGES.find(([start]) => id.startsWith(start));
  const name = encodePart(id);
  return page === undefined ? `https://osv.dev/vulnerability/${name}` : page[1](name);
}
