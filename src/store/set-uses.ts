import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { quoted } from '../core/quoted.ts';
import { ConfigError } from '../platform/errors.ts';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A watchlist's text with other versions in use, and not another byte changed.
 * @param versions by the place of the project in the list
 * @throws ConfigError for a project whose text cannot be edited
 */
export function setUses(text: string, versions: ReadonlyMap<number, string>): string {
  const projects = parseDocument(text).get('projects', true);
  const edits = [...versions].flatMap(([index, version]) => {
    const found = isSeq(projects)
      ? editsOf(text, projects.items[index], version, projects.flow === true)
      : undefined;
    if (found !== undefined) return found;
    const remedy = 'write the project as a line, or as keys with `package:` among them';
    throw new ConfigError(`projects[${index}] of the watchlist cannot be given the version in use`, {
      remedy,
    });
  });
  let edited = text;
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from)) {
    edited = edited.slice(0, from) + put + edited.slice(to);
  }
  return edited;
}

function editsOf(text: string, item: unknown, version: string, isFlow: boolean): readonly Edit[] | undefined {
  if (isMap(item)) return editsOfKeys(text, item, version);
  const range = isScalar(item) ? rangeOf(item) : undefined;
  if (range === undefined) return undefined;
  // The short form becomes the long one.
  const [start, end] = range;
  if (isFlow) return [at(start, '{ package: '), at(end, `, uses: ${quoted(version)} }`)];
  return [at(start, 'package: '), lineBelow(text, end, columnOf(text, start), version)];
}

function editsOfKeys(text: string, item: YAMLMap, version: string): readonly Edit[] | undefined {
  const valueAt = (name: string) => item.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
  const uses = rangeOf(valueAt('uses'));
  if (uses !== undefined) return [{ from: uses[0], to: uses[1], text: quoted(version) }];
  const above = rangeOf(item.flow === true ? item.items.at(-1)?.value : valueAt('package'));
  if (above === undefined || item.range == null) return undefined;
  if (item.flow === true) return [at(above[1], `, uses: ${quoted(version)}`)];
  return [lineBelow(text, above[1], columnOf(text, item.range[0]), version)];
}

function at(place: number, text: string): Edit {
  return { from: place, to: place, text };
}

/** A line of its own below the one in which a value ends, whatever comment stands behind it. */
function lineBelow(text: string, end: number, column: number, version: string): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const newline = text.indexOf(eol, end);
  return at(newline < 0 ? text.length : newline, `${eol}${' '.repeat(column)}uses: ${quoted(version)}`);
}

function columnOf(text: string, place: number): number {
  return place - text.lastIndexOf('\n', place - 1) - 1;
}

function rangeOf(node: unknown): readonly [start: number, end: number] | undefined {
  return isNode(node) && node.range != null ? [node.range[0], node.range[1]] : undefined;
}
