import { isSeq, parseDocument } from 'yaml';
import { quoted } from '../core/quoted.ts';
import type { WatchedProject } from '../core/watchlist.ts';
import { ConfigError } from '../platform/errors.ts';

/** What a new project may have; most have a package alone. */
export type NewProject = Pick<WatchedProject, 'package' | 'id' | 'uses'> & {
  readonly since?: string | undefined;
};

/**
 * A watchlist's text with more projects as its last, and not another byte changed: comments and layout are the person's.
 * @throws ConfigError if the list has no block of projects to append to
 */
export function addToWatchlist(text: string, added: readonly NewProject[]): string {
  if (added.length === 0) return text;
  const projects = parseDocument(text).get('projects', true);
  const lastEnd = isSeq(projects) && !projects.flow ? endOf(projects.items.at(-1)) : undefined;
  if (!isSeq(projects) || lastEnd === undefined || projects.range == null) {
    const remedy = 'write `projects:` as a list with a line a project, each behind “- ”';
    throw new ConfigError('the watchlist has no list of projects to add to', { remedy });
  }
  const start = projects.range[0];
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const newline = text.indexOf('\n', lastEnd - 1);
  const before = newline < 0 ? `${text}${eol}` : text.slice(0, newline + 1);
  const lines = added.flatMap(projectLines).map((line) => `${indent}${line}${eol}`);
  return `${before}${lines.join('')}${newline < 0 ? '' : text.slice(newline + 1)}`;
}

/** A list that is new. */
export function newWatchlist(title: string, added: readonly NewProject[]): string {
  const head = '# yaml-language-server: $schema=../../public/schemas/watchlist.json';
  const lines = added.flatMap(projectLines).map((line) => `  ${line}\n`);
  return `${head}\ntitle: ${quoted(title)}\nprojects:\n${lines.join('')}`;
}

function projectLines({ package: purl, id, uses, since }: NewProject): string[] {
  const keys = [
    ...(id === undefined ? [] : [`id: ${quoted(id)}`]),
    ...(uses === undefined ? [] : [`uses: ${quoted(uses)}`]),
    ...(since === undefined ? [] : [`track: { since: ${since} }`]),
  ];
  return keys.length === 0 ? [`- ${purl}`] : [`- package: ${purl}`, ...keys.map((key) => `  ${key}`)];
}

// Where a value ends, without the comments and blank lines that follow it.
function endOf(item: unknown): number | undefined {
  if (typeof item !== 'object' || item === null || !('range' in item) || !Array.isArray(item.range))
    return undefined;
  return Number(item.range[1]);
}
