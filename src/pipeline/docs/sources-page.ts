import type { Source } from '../../sources/source.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `A source is the adapter for one upstream. The [watchlist](watchlist.md) names a package by its purl; the purl’s type
decides which source reads it. \`.github/CONTRIBUTING.md\` shows how to add one.

`;

const HEAD = {
  title: 'Sources',
  description: 'The upstreams that Tidings reads, and what each of them gives.',
  order: 7,
};

/** docs/sources.md: what each source reads and gives, out of its own capability data. */
export function sourcesPage(sources: readonly Source[]): string {
  const head = ['source', 'packages', 'date', 'notes', 'digests', 'deletion'];
  const rows = sources.map(({ title, types, gives }) => [
    title,
    types.map((type) => code(`pkg:${type}/…`)).join(', '),
    gives.date,
    gives.notes,
    gives.digests,
    gives.deletion,
  ]);
  return generatedPage(HEAD, `${INTRODUCTION}${table(head, rows)}${environment(sources)}`);
}

function environment(sources: readonly Source[]): string {
  const rows = sources.flatMap((source) =>
    Object.entries(source.environment).map(([name, use]) => [code(name), source.title, use]),
  );
  if (rows.length === 0) return '';
  return `\n## Environment variables\n\n${table(['variable', 'source', 'is'], rows)}`;
}
