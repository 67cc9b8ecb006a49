import type { Listing } from '../../core/listing.ts';
import type { Asset, Release } from '../../core/release.ts';
import { fileVersion } from './file-version.ts';
import { normalVersion } from './normal-version.ts';
import type { IndexFile, Project } from './project.ts';

/** A version with its files; it may have none. */
export interface PythonRelease {
  readonly version: string;
  readonly files: readonly IndexFile[];
}

/**
 * Sorts the files of a project by version. Where files alone are listed, its one spelling counts: theirs may differ. `strays` counts those of which nobody knows to which one they belong.
 */
export function toReleases(
  { files, versions }: Project,
  name: string,
): { readonly releases: readonly PythonRelease[]; readonly strays: number } {
  const releases = new Map<string, { version: string; files: IndexFile[] }>();
  for (const version of versions ?? []) releases.set(normalVersion(version), { version, files: [] });
  let strays = 0;
  for (const file of files) {
    const text = fileVersion(file.name, name);
    if (text === undefined) {
      strays += 1;
      continue;
    }
    const version = normalVersion(text);
    const release = releases.get(version) ?? { version: versions === undefined ? version : text, files: [] };
    releases.set(version, release);
    release.files.push(file);
  }
  return { releases: [...releases.values()], strays };
}

// The index tells that there are attestations, not of what kind: https://peps.python.org/pep-0740/
const ATTESTED = 'https://peps.python.org/pep-0740/';

/**
 * A version as a listing. It came out with its first file: wheels are added days later
 * (https://github.com/renovatebot/renovate/pull/45313), and the first one may be deleted. It is yanked when all of its files are.
 * @param deprecated of the whole project
 * @param isWhole false where some file of the project could not be read: it may be one of this version
 */
export function toListing(
  { version, files }: PythonRelease,
  {
    deprecated,
    isWhole,
    held,
  }: {
    readonly deprecated: string | false;
    readonly isWhole: boolean;
    readonly held: Release | undefined;
  },
): Listing {
  const [publishedAt] = [uploadedAt(files), held?.publishedAt].filter((at) => at !== undefined).sort();
  const isYanked = files.length > 0 && files.every(({ yanked }) => yanked !== false);
  const reason = files.find(({ yanked }) => yanked)?.yanked || 'yanked';
  const saysYanked = files.length > 0 && (isWhole || isYanked);
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(saysYanked && { yanked: isYanked && reason }),
    deprecated,
    ...(files.some(({ isAttested }) => isAttested) && { provenance: ATTESTED }),
    ...(isWhole && { assets: files.map(toAsset) }),
  };
}

/** When the first of the files was uploaded. */
export function uploadedAt(files: readonly IndexFile[]): string | undefined {
  return files.flatMap((file) => file.uploadedAt ?? []).sort()[0];
}

function toAsset({ name, size, digest }: IndexFile): Asset {
  return { name, ...(size !== undefined && { size }), ...(digest !== undefined && { digest }) };
}
