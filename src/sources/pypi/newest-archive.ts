import { compareText } from '../../core/compare-text.ts';
import { authorization } from '../../platform/credential.ts';
import { pep440 } from '../../versions/pep440.ts';
import { ARCHIVE_LIMITS } from '../archive/find-changelog.ts';
import type { Archive } from '../archive/read-changelog.ts';
import { credentialFor, type Reach } from '../credential-for.ts';
import type { World } from '../source.ts';
import { isSourceTarball } from './file-version.ts';
import { type PythonRelease, uploadedAt } from './to-releases.ts';

type MirroredReach = Reach & { readonly world: Pick<World, 'mirrors'> };

/**
 * The source distribution of the newest version that is not yanked; undefined if it has none that we could open.
 * @param page the address that gave the index, from which those of files count
 */
export function newestArchive(
  reach: MirroredReach,
  releases: readonly PythonRelease[],
  page: string,
): Archive | undefined {
  const [newest] = releases
    .filter(({ files }) => files.some(({ yanked }) => yanked === false))
    .sort((a, b) => compareText(momentOf(b), momentOf(a)) || pep440.compare(b.version, a.version));
  const file = newest?.files.find(({ name }) => isSourceTarball(name));
  if (file?.url === undefined || (file.size ?? 0) > ARCHIVE_LIMITS.packedBytes) return undefined;
  const listed = URL.parse(file.url, page);
  if (listed === null || !/^https?:$/.test(listed.protocol)) return undefined;
  listed.hash = '';
  const url = reach.world.mirrors(listed.href);
  const key = authorization(credentialFor(url, reach));
  return { url, form: 'folder', authorization: key, identity: file.digest ?? file.name };
}

function momentOf({ files }: PythonRelease): string {
  return uploadedAt(files) ?? '';
}
