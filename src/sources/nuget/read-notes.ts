import type { HttpRequest } from '../../platform/http/http-request.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { nuget } from '../../versions/nuget.ts';
import type { Asking } from '../package-by-package.ts';
import { type NuspecRead, readNuspec, readPackedNuspec } from './read-nuspec.ts';

/** Manifests that are read in one run: of the newest versions at the first import, and then of every new one. */
export const MOST_MANIFESTS = 10;

// What else is new at once waits for the next runs, as far as this.
const MOST_WAITING = 100;
const AT_ONCE = 4;

/** The manifests of versions that are not held yet. */
export interface Manifests {
  readonly byVersion: ReadonlyMap<string, NuspecRead>;
  /** Versions to ask about in the next run. */
  readonly again: readonly string[];
}

/** Reads the manifests of new versions, newest first. Failures are told, not thrown. */
export async function readNotes(
  asking: Asking,
  files: string | undefined,
  versions: readonly string[],
  authorization: HttpRequest['authorization'],
): Promise<Manifests> {
  const { held, memory } = asking;
  if (files === undefined) return { byVersion: new Map(), again: [] };
  const isHeld = new Set(held?.releases.map(({ version }) => version));
  const waited = new Set(memory?.['again']?.split(' '));
  const wanted = versions
    .filter((version) => !isHeld.has(version) || waited.has(version))
    .sort((a, b) => nuget.compare(b, a));
  const asked = wanted.slice(0, MOST_MANIFESTS);
  const byVersion = new Map<string, NuspecRead>();
  const reading = inParallel(asked, AT_ONCE, async (version) => ({
    version,
    nuspec: await readNuspec({ asking, files, version, authorization }),
  }));
  for await (const { version, nuspec } of reading) byVersion.set(version, nuspec);
  const [newest] = asked;
  // Some feeds do not show manifests. A package costs far more than one, so only the newest is opened.
  if (newest !== undefined && byVersion.get(newest)?.status === 'missing') {
    byVersion.set(newest, await readPackedNuspec({ asking, files, version: newest, authorization }));
  }
  const failed = asked.filter((version) => byVersion.get(version)?.status === 'passing');
  const rest = held === undefined ? [] : wanted.slice(MOST_MANIFESTS, MOST_MANIFESTS + MOST_WAITING);
  return { byVersion, again: [...failed, ...rest] };
}
