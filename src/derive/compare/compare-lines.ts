import { compareText } from '../../core/compare-text.ts';
import type { Scheme } from '../../versions/scheme.ts';
import type { Entry } from '../entry.ts';
import { latestOf } from '../latest-of.ts';
import { plainVersion } from '../plain-version.ts';
import { schemeOfProject } from '../project-scheme.ts';

/** Entries that follow one another: those of one variant, or of one component of a monorepo. */
export interface EntryLine {
  /** `jre`, `@scope/x`; empty for the only one, or the plain one. */
  readonly name: string;
  /** What is no version has no order but that of its days. */
  readonly isByDate: boolean;
  /** Lowest first. */
  readonly entries: readonly Entry[];
}

/** The lines of a project: that of its latest version first, what is no version last. */
export function compareLines(entries: readonly Entry[]): EntryLine[] {
  const [first] = entries;
  if (first === undefined) return [];
  const scheme = schemeOfProject(first.project);
  const latest = latestOf(entries);
  const groups = [...Map.groupBy(entries, ({ version }) => lineOf(version, scheme))];
  const lines = groups.map(([name, own]): EntryLine => {
    const compare = name === undefined ? byDate : byScheme(scheme);
    return { name: name ?? '', isByDate: name === undefined, entries: own.toSorted(compare) };
  });
  const rank = ({ isByDate, entries: own }: EntryLine) => {
    if (isByDate) return 2;
    return latest !== undefined && own.includes(latest) ? 0 : 1;
  };
  return lines.sort((a, b) => rank(a) - rank(b) || compareText(a.name, b.name));
}

function lineOf(text: string, scheme: Scheme): string | undefined {
  const plain = plainVersion(text, scheme);
  if (plain === undefined) return undefined;
  const names = [plain.component, scheme.facts(plain.version)?.variant];
  return names.filter((name) => name !== undefined).join(' ');
}

function byScheme(scheme: Scheme): (a: Entry, b: Entry) => number {
  const plain = ({ version }: Entry) => plainVersion(version, scheme)?.version ?? version;
  return (a, b) => scheme.compare(plain(a), plain(b)) || compareText(a.release.version, b.release.version);
}

function byDate(a: Entry, b: Entry): number {
  return compareText(a.at, b.at) || compareText(a.release.version, b.release.version);
}
