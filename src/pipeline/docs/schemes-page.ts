import type { Scheme } from '../../versions/scheme.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `A scheme says how the versions of a package compare. Each purl type has one; \`track.scheme\` in the
[watchlist](watchlist.md) goes before it. Every scheme is a total order: texts that it cannot read come first, in order of
their characters.

The table sorts the same versions by each scheme, lowest first; what the scheme takes for a pre-release is in *italics*, and
what it cannot read is ~~struck out~~.

`;

const HEAD = {
  title: 'Version schemes',
  description: 'How Tidings compares the versions of a package.',
  order: 8,
};

// In an order that no scheme gives.
const SAMPLES = [
  '1.10.0',
  '1.9.0',
  '2.0.0-rc.1',
  '2.0.0',
  '2.0.0-beta.2',
  '1.9',
  'v2.0.1',
  '2024-11-05',
  'latest',
];

/** docs/schemes.md: how each scheme sorts and reads the same versions. */
export function schemesPage(schemes: Readonly<Record<string, Scheme>>): string {
  const rows = Object.entries(schemes).map(([id, scheme]) => [code(id), sortedBy(scheme)]);
  return generatedPage(HEAD, INTRODUCTION + table(['scheme', 'order'], rows));
}

function sortedBy(scheme: Scheme): string {
  return SAMPLES.toSorted(scheme.compare)
    .map((text) => shown(text, scheme))
    .join(' < ');
}

function shown(text: string, scheme: Scheme): string {
  const facts = scheme.facts(text);
  if (facts === undefined) return `~~${text}~~`;
  return facts.prerelease ? `*${text}*` : text;
}
