import { compareText } from '../../core/compare-text.ts';
import { SCHEMES } from '../../versions/schemes.ts';
import { type Climb, climb } from './climb.ts';
import { FLAGS, type Rung } from './ladder.ts';
import type { UpgradeIndex, UpgradePackage } from './upgrade-index.ts';

/** A package in use, as a lock file or a bill of materials tells it. */
export interface InUsePackage {
  /** The canonical purl. */
  readonly package: string;
  readonly version: string | undefined;
}

/**
 * When to go: `now` where the version in use is vulnerable or was taken back, `easily` where nothing that breaks lies between, else
 * `with-care`; `stay` where there is nowhere to go.
 */
export type Urgency = 'now' | 'easily' | 'with-care' | 'stay';

/** What is to be done about one version of one package. */
export interface UpgradeStep extends Climb {
  readonly package: string;
  /** The package whose releases are meant: another one where this one is a channel. */
  readonly held: UpgradePackage;
  readonly used: string;
  readonly urgency: Urgency;
  readonly breaking: readonly Rung[];
  readonly security: readonly Rung[];
  /** What upstream says of the version in use. */
  readonly flag: 'withdrawn' | 'yanked' | 'deprecated' | undefined;
}

export interface UpgradePlan {
  /** In the order in which to take them. */
  readonly steps: readonly UpgradeStep[];
  /** Purls that nobody follows here, in order. */
  readonly unwatched: readonly string[];
  /** Purls of which no version is told, in order. */
  readonly unversioned: readonly string[];
}

/** What is behind, what lies between, and in which order to go. Nobody is asked. */
export function planUpgrade(index: UpgradeIndex, inUse: readonly InUsePackage[]): UpgradePlan {
  const steps = new Map<string, UpgradeStep>();
  const unwatched = new Set<string>();
  const unversioned = new Set<string>();
  for (const { package: purl, version } of inUse) {
    const held = index.packages[index.channels[purl] ?? purl];
    if (held === undefined) unwatched.add(purl);
    else if (version === undefined) unversioned.add(purl);
    else steps.set(`${purl} ${version}`, toStep(purl, version, held));
  }
  return {
    steps: [...steps.values()].sort(inOrder),
    unwatched: [...unwatched].sort(compareText),
    unversioned: [...unversioned].sort(compareText),
  };
}

function toStep(purl: string, used: string, held: UpgradePackage): UpgradeStep {
  const climbed = climb(held.ladders, SCHEMES[held.scheme], used);
  const breaking = climbed.between.filter(([, , flags]) => flags.includes(FLAGS.breaking));
  const flag = flagOf(climbed.from);
  const step = { ...climbed, package: purl, held, used, breaking, flag };
  const security = climbed.between.filter(([, , flags]) => flags.includes(FLAGS.security));
  return { ...step, security, urgency: urgencyOf(step) };
}

function flagOf(from: Rung | undefined): UpgradeStep['flag'] {
  const names = ['withdrawn', 'yanked', 'deprecated'] as const;
  return names.find((name) => from?.[2].includes(FLAGS[name]));
}

function urgencyOf({ state, breaking, flag }: Pick<UpgradeStep, 'state' | 'breaking' | 'flag'>): Urgency {
  if (flag === 'withdrawn' || flag === 'yanked') return 'now';
  if (state !== 'behind') return 'stay';
  return breaking.length === 0 ? 'easily' : 'with-care';
}

const ORDER: readonly Urgency[] = ['now', 'easily', 'with-care', 'stay'];

// Of two that are as urgent, the one that breaks less, then the one that is further behind.
function inOrder(a: UpgradeStep, b: UpgradeStep): number {
  return (
    ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) ||
    a.breaking.length - b.breaking.length ||
    (b.days ?? 0) - (a.days ?? 0) ||
    compareText(a.package, b.package) ||
    compareText(a.used, b.used)
  );
}
