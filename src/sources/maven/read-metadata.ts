import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import { parseXml } from '../parse-xml.ts';

const Metadata = z.object({
  metadata: z.object({ versioning: z.object({ versions: z.object({ version: z.unknown() }) }) }),
});

/** What a repository lists of an artifact: each version once, in its own order. */
export interface MavenMetadata {
  readonly versions: readonly string[];
  readonly dropped: number;
}

// A version is a folder of the repository: none has white space in it, or leads out of its place.
const VERSION = /^(?!\.{1,2}$)[^\s/\\\p{Cc}]{1,255}$/u;
const SNAPSHOT = /(?:^|-)SNAPSHOT$/i;

/**
 * Reads maven-metadata.xml. Its `latest` and `release` are not believed, since deployments of old lines move them; snapshots
 * are left out. https://maven.apache.org/ref/current/maven-repository-metadata/repository-metadata.html
 * @throws FormatError for what lists no versions: the metadata of a group, or of one snapshot, is such
 */
export function readMetadata(body: Uint8Array, subject: string): MavenMetadata {
  const { data, error } = Metadata.safeParse(parseXml(body, subject));
  if (error) throw new FormatError(`${subject}: the metadata lists no versions`, { cause: error });
  const elements = [data.metadata.versioning.versions.version].flat();
  const versions = elements.map(readVersion).filter((version) => version !== undefined);
  const dropped = elements.length - versions.length;
  if (versions.length === 0) throw new FormatError(`${subject}: none of ${dropped} versions can be read`);
  return { versions: [...new Set(versions)].filter((version) => !SNAPSHOT.test(version)), dropped };
}

function readVersion(element: unknown): string | undefined {
  const version = typeof element === 'string' ? element.trim() : '';
  return VERSION.test(version) ? version : undefined;
}
