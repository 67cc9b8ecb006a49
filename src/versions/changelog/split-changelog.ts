import { headingVersion, isUnreleased, type NamedVersion } from './heading-version.ts';
import { type LinkDefinitions, readDefinitions, referredLabels } from './link-definitions.ts';
import { findCode, type Heading, readHeadings } from './markdown-headings.ts';

interface Marked extends Heading {
  readonly named: NamedVersion | undefined;
}

// Tools that write changelogs give majors, minors and patches levels of their own: #, ## and ###.
const DEEPEST_BELOW = 2;

/**
 * The sections of a changelog by version: raw markdown without the heading itself, trimmed, with the link definitions that
 * it uses. Versions are keyed as the file writes them, without `v`. What is unreleased, empty or another component's is
 * left out; a file whose headings name no versions gives nothing. Of two sections for a version the first stands.
 * @param name the package: only its own sections count where headings are of the form `name@1.2.3`
 */
export function splitChangelog(text: string, name?: string): ReadonlyMap<string, string> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const isCode = findCode(lines);
  const links = readDefinitions(lines, isCode);
  const headings = readHeadings(lines, isCode).map((heading) => ({ ...heading, named: nameOf(heading) }));
  const base = baseLevel(headings);
  const sections = new Map<string, string>();
  let open: Marked | undefined;
  for (const heading of [...headings, undefined]) {
    const isVersion = heading?.named !== undefined && isOnLevel(heading, base);
    if (!isVersion && heading !== undefined && !ends(open, heading)) continue;
    const version = open?.named?.version;
    if (open !== undefined && version !== undefined && isOwn(open, name) && !sections.has(version)) {
      const body = sectionText(lines, open.end, heading?.line ?? lines.length, links);
      if (body !== '') sections.set(version, body);
    }
    open = isVersion ? heading : undefined;
  }
  return sections;
}

function nameOf({ text }: Heading): NamedVersion | undefined {
  return isUnreleased(text) ? undefined : headingVersion(text);
}

/** The first level on which two versions stand, else the first with one. */
function baseLevel(headings: readonly Marked[]): number {
  const levels = headings.flatMap(({ named, level }) => (named === undefined ? [] : [level])).sort();
  return levels.find((level, index) => levels[index + 1] === level) ?? levels[0] ?? 1;
}

function isOnLevel({ level, named }: Marked, base: number): boolean {
  return level === base || (named?.isPlain === true && level <= base + DEEPEST_BELOW);
}

// Same-level headings do not end a section: standard-version writes both patches and “Bug Fixes” as ###.
function ends(open: Marked | undefined, { level, text }: Heading): boolean {
  return open !== undefined && (level < open.level || isUnreleased(text));
}

function isOwn({ named }: Marked, name: string | undefined): boolean {
  const component = named?.component;
  if (component === undefined || name === undefined) return true;
  return component === name || component === name.slice(name.lastIndexOf('/') + 1);
}

function sectionText(lines: readonly string[], start: number, end: number, links: LinkDefinitions): string {
  const own = new Map<string, string>();
  const body: string[] = [];
  for (const [index, line] of lines.slice(start, end).entries()) {
    const label = links.labelOn.get(start + index);
    if (label === undefined) body.push(line);
    else if (!own.has(label)) own.set(label, line);
  }
  const text = withoutTail(body)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '');
  // The nearest definition of a label counts: the section's own before the file's first.
  const used = referredLabels(text).flatMap((label) => own.get(label) ?? links.byLabel.get(label) ?? []);
  return used.length === 0 ? text : `${text}\n\n${used.join('\n')}`;
}

const ANCHOR = /^\s*<a\s+(?:name|id)=["'][^"'<>]*["']\s*\/?>\s*(?:<\/a>)?\s*$/i;
// Longer lines are text; it also keeps the patterns from being made to work.
const LONGEST = 300;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;

// What belongs to the next heading: its anchor, the rule above it, empty lines.
function withoutTail(body: readonly string[]): readonly string[] {
  let end = body.length;
  while (end > 0 && isTail(body[end - 1] ?? '', body[end - 2] ?? '')) end -= 1;
  return body.slice(0, end);
}

function isTail(line: string, above: string): boolean {
  if (line.trim() === '') return true;
  return line.length <= LONGEST && (ANCHOR.test(line) || (RULE.test(line) && above.trim() === ''));
}
