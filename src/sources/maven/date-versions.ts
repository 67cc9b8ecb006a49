import type { Instant } from '../../core/instant.ts';
import { authorization } from '../../platform/credential.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { maven } from '../../versions/maven.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { artifactUrl } from './coordinates.ts';
import { type Probe, probePom } from './probe-pom.ts';
import { readDirectory } from './read-directory.ts';

/** POMs whose heads are asked for in one run; the rest, newest first, in the next ones. */
export const MOST_PROBES = 50;

// One directory listing costs as much as one POM, and has all the dates.
const FEW = 3;
const AT_ONCE = 2;

/** When versions came to the repository, and what is to be asked again. */
export interface DatedVersions {
  readonly days: ReadonlyMap<string, Instant>;
  /** Versions that the metadata lists and that have no POM yet. */
  readonly missing: readonly string[];
  /** Versions whose POM could not be asked for now. */
  readonly again: readonly string[];
  /** Versions that are older than what is wanted, to be remembered. */
  readonly old: readonly string[];
  /** Versions that are not wanted: they are older, or for now nobody can tell. */
  readonly leftOut: ReadonlySet<string>;
  /** Whether it is clear of all which they are. */
  readonly isWhole: boolean;
  /** All undated versions below this one wait for the next run. */
  readonly datedTo: string | undefined;
}

/**
 * Dates what is not held yet, or is held without a date: by the listing of the artifact’s folder where many are wanted, else
 * and beyond by the heads of their POMs.
 */
export async function dateVersions(asking: Asking, versions: readonly string[]): Promise<DatedVersions> {
  const { held, memory, since = '' } = asking;
  const known = new Set(memory?.['old']?.split(' '));
  const wanted = wantedVersions(asking, versions).filter((version) => !known.has(version));
  const listed = wanted.length > FEW ? await readListing(asking) : new Map<string, Instant>();
  const rest = wanted.filter((version) => !listed.has(version));
  const asked = rest.slice(0, MOST_PROBES);
  const probes = await probeAll(asking, asked);
  const isHeld = new Set(held?.releases.map(({ version }) => version));
  const withStatus = (status: Probe['status']) => asked.filter((v) => probes.get(v)?.status === status);

  const days = new Map(wanted.flatMap((version) => dayOf(version, listed.get(version), probes.get(version))));
  const again = withStatus('failed');
  const probed = asked.flatMap((version) => days.get(version) ?? []);
  // Where not one of them has a date, the rest has none either; below one that is too old nearly all are.
  const isWorthIt = (probed.length > 0 || again.length > 0) && probed.every((day) => day >= since);
  const isOld = (version: string) => known.has(version) || (days.get(version) ?? since) < since;
  const old = versions.filter((version) => isOld(version) && !isHeld.has(version));
  // Beside what we hold, an undated version would be news; where old ones are not wanted, it may be one of them. A host that
  // fails twice hides none.
  const mayBeOld = since !== '' && held !== undefined && (probed.length > 0 || again.length > 0);
  const before = new Set(memory?.['again']?.split(' '));
  const unclear = mayBeOld ? [...again.filter((v) => !before.has(v)), ...rest.slice(asked.length)] : [];
  const waiting = unclear.filter((version) => !isHeld.has(version));
  return {
    // What is held is not dated out of the span that is wanted: it would look withdrawn.
    days: new Map([...days].filter(([version, day]) => day >= since || !isHeld.has(version))),
    missing: withStatus('missing').filter((version) => !isHeld.has(version)),
    again,
    old,
    leftOut: new Set([...old, ...waiting]),
    isWhole: waiting.length === 0,
    datedTo: isWorthIt && rest.length > asked.length ? asked.at(-1) : undefined,
  };
}

/** Newest first. */
function wantedVersions({ held, memory }: Asking, versions: readonly string[]): readonly string[] {
  const isDated = new Map(
    held?.releases.map(({ version, publishedAt }) => [version, publishedAt !== undefined]),
  );
  const again = new Set(memory?.['again']?.split(' '));
  const datedTo = memory?.['datedTo'];
  // Without a memory nobody knows what was asked in vain.
  const isWaiting = (version: string) =>
    memory === undefined ||
    again.has(version) ||
    (datedTo !== undefined && maven.compare(version, datedTo) < 0);
  return versions
    .filter((version) => isDated.get(version) !== true && (!isDated.has(version) || isWaiting(version)))
    .sort((a, b) => maven.compare(b, a));
}

// Many repositories show no listing: its failure is none.
async function readListing(asking: Asking): Promise<ReadonlyMap<string, Instant>> {
  const { package: pkg, world, home, credential } = asking;
  const url = `${artifactUrl(home, { group: pkg.namespace ?? '', artifact: pkg.name })}/`;
  const request = { accept: 'text/html, */*', authorization: authorization(credential) };
  try {
    const { body } = await world.http.request(url, request);
    return readDirectory(new TextDecoder().decode(body));
  } catch (error) {
    failureOf(error);
    return new Map();
  }
}

async function probeAll(asking: Asking, versions: readonly string[]): Promise<ReadonlyMap<string, Probe>> {
  const probes = new Map<string, Probe>();
  const probing = inParallel(versions, AT_ONCE, async (version) => ({
    version,
    probe: await probePom(asking, version),
  }));
  for await (const { version, probe } of probing) probes.set(version, probe);
  return probes;
}

function dayOf(version: string, listed: Instant | undefined, probe: Probe | undefined): [string, Instant][] {
  const day = listed ?? (probe?.status === 'there' ? probe.publishedAt : undefined);
  return day === undefined ? [] : [[version, day]];
}
