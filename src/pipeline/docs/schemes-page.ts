import type { Scheme } from '../../versions/scheme.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `A scheme says how the versions of a package compare. Each purl type has one, \`loose\` where none is named here;
\`track.scheme\` in the [watchlist](watchlist.md) goes before it. Every scheme is a total order: texts that it cannot read come
first; they, and those that its rules call equal, go by their characters.

`;

const ORDER = `
## The same versions by each scheme

Lowest first. What a scheme takes for a pre-release is in *italics*, and what it cannot read is ~~struck out~~.

`;

const HEAD = {
  title: 'Version schemes',
  description: 'How Tidings compares the versions of a package.',
  group: 'use',
  order: 8,
};

// In an order that no scheme gives.
const SAMPLES = [
  '1.10.0',
  '1.9.0',
  '2.0.0-rc.1',
  '2.0.0.post1',
  '2.0.0',
  '2.0.0~rc2',
  '2.0.0-beta.2',
  '1.9',
  'v2.0.1',
  '2024-11-05',
  'latest',
];

/** docs/schemes.md: the rules of each scheme, the purl types it is for, and how it sorts and reads the same versions. */
export function schemesPage(
  schemes: Readonly<Record<string, Scheme>>,
  byType: ReadonlyMap<string, string>,
): string {
  const rules = Object.entries(schemes).map(([id, scheme]) => {
    const types = [...byType].filter(([, chosen]) => chosen === id).map(([type]) => code(type));
    return [code(id), types.join(', '), rulesOf(scheme)];
  });
  const orders = Object.entries(schemes).map(([id, scheme]) => [code(id), sortedBy(scheme)]);
  const body = [
    INTRODUCTION,
    table(['scheme', 'types', 'rules'], rules),
    ORDER,
    table(['scheme', 'order'], orders),
  ];
  return generatedPage(HEAD, body.join(''));
}

function rulesOf({ title, rulesUrl, note }: Scheme): string {
  const rules = rulesUrl === undefined ? title : `[${title}](${rulesUrl})`;
  return note === undefined ? rules : `${rules}. ${note}`;
}

function sortedBy(scheme: Scheme): string {
  return SAMPLES.toSorted(scheme.compare)
    .map((text) => shown(text, scheme))
    .join(' < ');
}

function shown(text: string, scheme: Scheme): string {
  const facts = scheme.facts(text);
  if (facts === undefined) return `~~${code(text)}~~`;
  return facts.prerelease ? `*${code(text)}*` : code(text);
}
