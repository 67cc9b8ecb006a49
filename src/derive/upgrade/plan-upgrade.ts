import { compareText } from '../../core/compare-text.ts';
import { parsePackage } from '../../core/package.ts';
import { SCHEMES } from '../../versions/schemes.ts';
import {
  type Affliction,
  type PackageAdvisories,
  packageAdvisories,
} from '../advisories/package-advisories.ts';
import { SEVERITIES } from '../advisories/severities.ts';
import { indexByPackage, type Vulnerability } from '../advisories/vulnerability.ts';
import type { Flag } from '../in-use.ts';
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
 * When to go: `now` where the latest closes a vulnerability or the version in use was taken back, `easily` where nothing that breaks
 * lies between, else `with-care`; `stay` where there is nowhere to go.
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
  readonly flag: Flag | undefined;
  /** What affects the version in use. Worst first. */
  readonly affectedBy: readonly Affliction[];
  /** Of those, what the latest version is free of. */
  readonly closes: readonly Vulnerability[];
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
  const byPackage = indexByPackage(index.vulnerabilities);
  const advisoriesOf = remembering((purl) => packageAdvisories(parsePackage(purl), [], byPackage));
  for (const { package: purl, version } of inUse) {
    const held = index.packages[index.channels[purl] ?? purl];
    if (held === undefined) unwatched.add(purl);
    else if (version === undefined) unversioned.add(purl);
    else steps.set(`${purl} ${version}`, toStep(purl, version, held, advisoriesOf(purl)));
  }
  return {
    steps: [...steps.values()].sort(inOrder),
    unwatched: [...unwatched].sort(compareText),
    unversioned: [...unversioned].sort(compareText),
  };
}

function toStep(
  purl: string,
  used: string,
  held: UpgradePackage,
  advisories: PackageAdvisories,
): UpgradeStep {
  const climbed = climb(held.ladders, SCHEMES[held.scheme], used);
  const marked = (flag: string) => climbed.between.filter(([, , flags]) => flags.includes(flag));
  const { affectedBy } = advisories.of(used);
  const step = {
    ...climbed,
    package: purl,
    held,
    used,
    breaking: marked(FLAGS.breaking),
    security: marked(FLAGS.security),
    flag: flagOf(climbed.from),
    affectedBy,
    // By the plain version: the tag of a repository is no version of its channels.
    closes: closedBy(climbed.latest?.[0], affectedBy, advisories),
  };
  return { ...step, urgency: urgencyOf(step) };
}

function closedBy(
  latest: string | undefined,
  affectedBy: readonly Affliction[],
  advisories: PackageAdvisories,
): Vulnerability[] {
  if (latest === undefined || affectedBy.length === 0) return [];
  const left = new Set(advisories.of(latest).affectedBy.map(({ vulnerability }) => vulnerability));
  return affectedBy.map(({ vulnerability }) => vulnerability).filter((one) => !left.has(one));
}

function flagOf(from: Rung | undefined): Flag | undefined {
  const names = ['withdrawn', 'yanked', 'deprecated'] as const;
  return names.find((name) => from?.[2].includes(FLAGS[name]));
}

function urgencyOf({ state, breaking, flag, closes }: Omit<UpgradeStep, 'urgency'>): Urgency {
  if (state !== 'behind') return 'stay';
  if (flag === 'withdrawn' || flag === 'yanked' || closes.length > 0) return 'now';
  return breaking.length === 0 ? 'easily' : 'with-care';
}

const ORDER: readonly Urgency[] = ['now', 'easily', 'with-care', 'stay'];

// Malware first, then by the worst that is closed; nothing comes last.
function gravity({ closes: [worst] }: UpgradeStep): number {
  if (worst === undefined) return SEVERITIES.length;
  return worst.isMalware ? -1 : SEVERITIES.indexOf(worst.severity);
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

// Of two that are as urgent, the one that breaks less, then the one that is further behind.
function inOrder(a: UpgradeStep, b: UpgradeStep): number {
  return (
    ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) ||
    gravity(a) - gravity(b) ||
    a.breaking.length - b.breaking.length ||
    (b.days ?? 0) - (a.days ?? 0) ||
    compareText(a.package, b.package) ||
    compareText(a.used, b.used)
  );
}
