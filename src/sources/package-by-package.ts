import { type Package, packageName } from '../core/package.ts';
import { type Credential, credentialVariable } from '../platform/credential.ts';
import { FormatError, HostError } from '../platform/errors.ts';
import { inParallel } from '../platform/in-parallel.ts';
import type { Mirrors } from '../platform/mirrors.ts';
import { homeOf } from './home-of.ts';
import { fingerprint, type Memory, recall, toReceipt } from './memory.ts';
import type { Fetched, LookUp, Source, World } from './source.ts';
import { wantedOf } from './wanted-of.ts';

/** One package to read, with all that reading needs. */
export interface Asking extends LookUp {
  readonly world: World;
  /** Where it lives: its `repository_url`, else the public home or the owner's mirror of it. Without a final slash. */
  readonly home: string;
  readonly credential: Credential | undefined;
  /** What the last reading left; undefined before it, if it was lost, and if it read another span of time: then `fresh`. */
  readonly memory: Memory | undefined;
}

/** What reading a package gave. What goes wrong is thrown, as a HostError or a FormatError. */
export type Reading =
  | Exclude<Fetched, { status: 'listed' | 'failed' }>
  | (Extract<Fetched, { status: 'listed' }> & { readonly memory?: Memory });

/** A source that asks for each package by itself. */
interface PackageByPackage extends Omit<Source, 'fetch'> {
  /** `https://…` without a final slash; undefined where every purl names its own home. */
  readonly home: string | undefined;
  /** Where a package is read from, if that is no home with many below it. */
  readonly locate?: (pkg: Package, mirrors: Mirrors) => string;
  /** Packages read at the same time. What a host can bear is told in platform/http/host-limit.ts. */
  readonly atOnce: number;
  readonly read: (asking: Asking) => Promise<Reading>;
}

const REFUSED = new Set([401, 403]);

/**
 * Makes a source out of one function that reads one package. Written here once: the home, the credential, what failures
 * mean, `since`, and the memory that tells “unchanged” where an upstream has no validator.
 */
export function packageByPackage({ home, locate, atOnce, read, ...source }: PackageByPackage): Source {
  const locateHome = locate ?? ((pkg: Package, mirrors: Mirrors) => homeOf(pkg, home, mirrors));
  return {
    ...source,
    home,
    async *fetch(lookUps, world) {
      yield* inParallel(lookUps, atOnce, async (lookUp) => ({
        package: lookUp.package,
        fetched: await lookUpPackage(lookUp, world),
      }));
    },
  };

  async function lookUpPackage(lookUp: LookUp, world: World): Promise<Fetched> {
    let base: string | undefined;
    try {
      base = locateHome(lookUp.package, world.mirrors);
      return await readPackage(lookUp, world, base);
    } catch (error) {
      if (error instanceof HostError)
        return { status: 'failed', error: withRemedy(error, lookUp.package, base) };
      if (error instanceof FormatError) return { status: 'failed', error };
      throw error;
    }
  }

  async function readPackage(lookUp: LookUp, world: World, base: string): Promise<Fetched> {
    const { package: pkg, since } = lookUp;
    const key = `${source.id} ${pkg.purl}`;
    const memory = lookUp.fresh ? undefined : await recall(world.validators, key, since);
    const reading = await read({
      ...lookUp,
      fresh: memory === undefined,
      world,
      home: base,
      credential: world.credentials(new URL(base).host),
      memory,
    });
    if (reading.status !== 'listed') return reading;

    const { listings, receipts, memory: more } = reading;
    const wanted = { ...listings, releases: wantedOf(listings, since) };
    const now = { ...more, ...(receipts.length > 0 && { validated: 'yes' }), listing: fingerprint(wanted) };
    if (receipts.length === 0 && isSame(now, memory)) return { status: 'unchanged' };
    return { status: 'listed', listings: wanted, receipts: [...receipts, toReceipt(key, since, now)] };
  }
}

function isSame(now: Memory, before: Memory | undefined): boolean {
  if (before === undefined) return false;
  return [...Object.keys(now), ...Object.keys(before)].every((name) => now[name] === before[name]);
}

function withRemedy(error: HostError, pkg: Package, home: string | undefined): HostError {
  const { status } = error;
  if (home === undefined || status === undefined || !REFUSED.has(status)) return error;
  const { host } = new URL(home);
  return new HostError(`${packageName(pkg)}: ${host} answered ${status}`, {
    cause: error,
    status,
    ...(error.retryAt !== undefined && { retryAt: error.retryAt }),
    remedy: `set ${credentialVariable(host)} to a token, or to user:password, that may read it`,
  });
}
