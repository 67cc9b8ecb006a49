import type { InUse } from '../in-use.ts';
import { USE_WORDS } from '../use-words.ts';
import { type Badge, type BadgeTone, toBadge } from './badge.ts';

const NOTHING = { message: 'not told', tone: 'unknown' } as const;

/** Whether the version of a project that is in use is behind. Lists that use the same one say it once. */
export function projectOutdated(name: string, uses: readonly InUse[]): Badge {
  const label = `${name} in use`;
  const [use] = uses;
  if (use === undefined) return toBadge({ label, ...NOTHING });
  const isOne = uses.every(({ behind }) => behind.used === use.behind.used);
  return toBadge({ label, ...(isOne ? ofVersion(use) : ofVersions(uses, 'list')) });
}

/** How many of a list’s projects are behind. */
export function listOutdated(title: string, uses: readonly InUse[]): Badge {
  return toBadge({ label: title, ...(uses.length === 0 ? NOTHING : ofVersions(uses, undefined)) });
}

type Said = Pick<Badge, 'message' | 'tone'>;

function ofVersion(use: InUse): Said {
  const { used, state, between } = use.behind;
  const words = state === 'behind' ? `${between.length} behind` : USE_WORDS[state];
  const more = [use.flag, use.affectedBy.length > 0 && 'vulnerable'].filter(Boolean);
  return { message: [used, words, ...more].join(', '), tone: toneOf([use]) };
}

function ofVersions(uses: readonly InUse[], noun: string | undefined): Said {
  const behind = uses.filter((use) => use.behind.state === 'behind').length;
  const vulnerable = uses.filter(({ affectedBy }) => affectedBy.length > 0).length;
  const words = `${behind === 0 ? 'none' : behind} of ${uses.length}${noun ? ` ${noun}s` : ''} behind`;
  return { message: vulnerable === 0 ? words : `${words}, ${vulnerable} vulnerable`, tone: toneOf(uses) };
}

function toneOf(uses: readonly InUse[]): BadgeTone {
  const isAlarming = ({ affectedBy, flag }: InUse) =>
    affectedBy.length > 0 || flag === 'yanked' || flag === 'withdrawn';
  if (uses.some(isAlarming)) return 'alarm';
  if (uses.some(({ behind, flag }) => behind.state === 'behind' || flag !== undefined)) return 'late';
  const isKnown = ({ behind: { state } }: InUse) => state === 'current' || state === 'ahead';
  return uses.some(isKnown) ? 'plain' : 'unknown';
}
