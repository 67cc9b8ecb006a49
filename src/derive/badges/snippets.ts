import { escapeHtml } from '../../core/escape.ts';

/** Where a badge is, what it leads to, and what is read out in its place. */
export interface BadgePlace {
  readonly imageUrl: string;
  readonly pageUrl: string;
  readonly alt: string;
}

export interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** What is to be copied into a page to show a badge there, in the languages of READMEs. */
export function badgeSnippets({ alt, ...urls }: BadgePlace): Snippet[] {
  const place = { alt: alt.replace(/\s+/g, ' ').trim(), ...urls };
  return Object.entries(LANGUAGES).map(([language, write]) => ({ language, text: write(place) }));
}

const LANGUAGES: Readonly<Record<string, (place: BadgePlace) => string>> = {
  Markdown: ({ alt, imageUrl, pageUrl }) =>
    `[![${alt.replace(/[\\[\]`*_<>&!]/g, '\\$&')}](${imageUrl})](${pageUrl})`,
  HTML: ({ alt, imageUrl, pageUrl }) =>
    `<a href="${escapeHtml(pageUrl)}"><img src="${escapeHtml(imageUrl)}" alt="${escapeHtml(alt)}"></a>`,
  AsciiDoc: ({ alt, imageUrl, pageUrl }) =>
    `image:${imageUrl}["${alt.replace(/["\]]/g, '\\$&')}",link="${pageUrl}"]`,
  reStructuredText: ({ alt, imageUrl, pageUrl }) =>
    `.. image:: ${imageUrl}\n   :target: ${pageUrl}\n   :alt: ${alt.replaceAll('\\', '\\\\')}`,
};
