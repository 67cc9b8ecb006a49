import { isSeq, parseDocument } from 'yaml';
import { ConfigError } from '../platform/errors.ts';

/**
 * A watchlist's text with one more project as its last, and not another byte changed: comments and layout are the person's.
 * @throws ConfigError if the list has no block of projects to append to
 */
export function addToWatchlist(text: string, purl: string): string {
  const projects = parseDocument(text).get('projects', true);
  const lastEnd = isSeq(projects) && !projects.flow ? endOf(projects.items.at(-1)) : undefined;
  if (!isSeq(projects) || lastEnd === undefined || projects.range == null) {
    const remedy = 'write `projects:` as a list with a line a project, each behind “- ”';
    throw new ConfigError('the watchlist has no list of projects to add to', { remedy });
  }
  const start = projects.range[0];
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  const newline = text.indexOf('\n', lastEnd - 1);
  const before = newline < 0 ? `${text}\n` : text.slice(0, newline + 1);
  return `${before}${indent}- ${purl}\n${newline < 0 ? '' : text.slice(newline + 1)}`;
}

// Where a value ends, without the comments and blank lines that follow it.
function endOf(item: unknown): number | undefined {
  if (typeof item !== 'object' || item === null || !('range' in item) || !Array.isArray(item.range))
    return undefined;
  return Number(item.range[1]);
}
