import type { Instant } from '../core/instant.ts';
import { releasedAt } from '../core/release.ts';
import type { Entry } from './entry.ts';
import type { Says } from './says.ts';
import type { StepKind } from './step.ts';

/** What a release can be chosen by: it is a pre-release, it breaks something, it closes a hole. */
export type EntryMark = 'pre' | 'breaking' | 'security';

/** What the feed can be narrowed by, of a release or of the flood of a project on a day. */
export interface EntryFacts {
  readonly project: string;
  readonly tags: readonly string[];
  /** Types of packages that have it: `npm`, `github`. */
  readonly sources: readonly string[];
  readonly steps: readonly StepKind[];
  /** A flood is a pre-release if all of it is; it breaks something if one of it does. */
  readonly marks: readonly EntryMark[];
  /** When it could first be read here: when it was seen, or for what was there before the import, when it was published. */
  readonly came: Instant;
  readonly count: number;
}

/** The facts of what the feed shows as one: its newest entry, and the others of that day. */
export function factsOf(
  entry: Entry,
  others: readonly Entry[],
  says: Says,
  importedAt: Instant | undefined,
): EntryFacts {
  const all = [entry, ...others];
  const marks: readonly (readonly [EntryMark, boolean])[] = [
    ['pre', all.every(({ prerelease }) => prerelease)],
    ['breaking', all.some(says.breaks)],
    ['security', all.some(says.secures)],
  ];
  const packages = all.flatMap(({ project, channels }) => [
    project.package,
    ...channels.map((channel) => channel.package),
  ]);
  return {
    project: entry.project.id,
    tags: entry.project.tags,
    sources: [...new Set(packages.map(({ type }) => type))],
    steps: [...new Set(all.map(({ step }) => step.kind))],
    marks: marks.filter(([, holds]) => holds).map(([mark]) => mark),
    came: newest(all.map((one) => cameAt(one, importedAt))),
    count: all.length,
  };
}

/** When an entry could first be read here. */
export function cameAt({ release }: Entry, importedAt: Instant | undefined): Instant {
  const { seenAt } = release;
  const isHistory = importedAt !== undefined && seenAt <= importedAt;
  return isHistory ? releasedAt(release) : seenAt;
}

function newest(moments: readonly Instant[]): Instant {
  return moments.toSorted().at(-1) ?? '';
}
