import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import { fileVersion } from './file-version.ts';
import { normalVersion } from './normal-version.ts';
import type { IndexFile, Project } from './project.ts';

/** A version with its files; it may have none. */
export interface PythonRelease {
  readonly version: string;
  readonly files: readonly IndexFile[];
}

/** Sorts the files of a project by version. `dropped` counts those of which nobody knows to which one they belong. */
export function toReleases(
  { files, versions }: Project,
  name: string,
): { readonly releases: readonly PythonRelease[]; readonly dropped: number } {
  const releases = new Map<string, { version: string; files: IndexFile[] }>();
  for (const version of versions ?? []) releases.set(normalVersion(version), { version, files: [] });
  let dropped = 0;
  for (const file of files) {
    const text = fileVersion(file.name, name);
    if (text === undefined) {
      // Where all versions are listed, no release gets lost with it.
      if (versions === undefined) dropped += 1;
      continue;
    }
    const version = normalVersion(text);
    const release = releases.get(version) ?? { version, files: [] };
    releases.set(version, release);
    release.files.push(file);
  }
  return { releases: [...releases.values()], dropped };
}

// The index tells that there are attestations, not of what kind: https://peps.python.org/pep-0740/
const ATTESTED = 'https://peps.python.org/pep-0740/';

/**
 * A version as a listing. It came out with its first file: wheels are added days later
 * (https://github.com/renovatebot/renovate/pull/45313). It is yanked when all of its files are.
 * @param deprecated of the whole project
 */
export function toListing({ version, files }: PythonRelease, deprecated: string | false): Listing {
  const publishedAt = uploadedAt(files);
  const isYanked = files.length > 0 && files.every(({ yanked }) => yanked !== false);
  const reason = files.find(({ yanked }) => yanked)?.yanked || 'yanked';
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    yanked: isYanked && reason,
    deprecated,
    ...(files.some(({ isAttested }) => isAttested) && { provenance: ATTESTED }),
    assets: files.map(toAsset),
  };
}

/** When the first of the files was uploaded. */
export function uploadedAt(files: readonly IndexFile[]): string | undefined {
  return files.flatMap((file) => file.uploadedAt ?? []).sort()[0];
}

function toAsset({ name, size, digest }: IndexFile): Asset {
  return { name, ...(size !== undefined && { size }), ...(digest !== undefined && { digest }) };
}
