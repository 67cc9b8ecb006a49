import { createHash } from 'node:crypto';
import { makeChangelog } from './changelog.ts';

/** One version as the emulator knows it. */
export interface NpmVersion {
  readonly version: string;
  readonly publishedAt: string;
  readonly deprecated?: unknown;
  /** Stays in `time`, leaves `versions`. */
  readonly isUnpublished?: boolean;
  readonly hasProvenance?: boolean;
  /** Files of its tarball besides package.json, by name below `package/`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Serves these bytes as the tarball. */
  readonly tarball?: Uint8Array;
}

export interface NpmPackage {
  readonly name: string;
  readonly versions: readonly NpmVersion[];
  readonly tags: Readonly<Record<string, string>>;
  readonly modified: string;
  /** Laid over the document, malformed parts as well. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const FIRST_DAY = Date.parse('2024-01-01T00:00:00.000Z');
const DAY = 86_400_000;

/**
 * A package with these versions, a day apart and oldest first, or with so many minor versions. The last one is `latest`, and
 * its tarball holds a changelog about all.
 */
export function makePackage(name: string, versions: number | readonly string[] = 3): NpmPackage {
  const texts =
    typeof versions === 'number' ? Array.from({ length: versions }, (_, n) => `1.${n}.0`) : versions;
  const at = (index: number) => new Date(FIRST_DAY + index * DAY).toISOString();
  const changelog = makeChangelog(texts);
  const last = texts.length - 1;
  return {
    name,
    versions: texts.map((version, index) => ({
      version,
      publishedAt: at(index),
      ...(index === last && { files: { 'CHANGELOG.md': changelog } }),
    })),
    tags: last < 0 ? {} : { latest: texts[last] ?? '' },
    modified: at(Math.max(last, 0)),
  };
}

/** The same package with another version, published a day after the last one. */
export function publish(pkg: NpmPackage, version: string): NpmPackage {
  const all = [...pkg.versions.map((known) => known.version), version];
  const { versions, tags, modified } = makePackage(pkg.name, all);
  const added = versions.at(-1);
  if (added === undefined) return pkg;
  return { ...pkg, versions: [...pkg.versions, added], tags: { ...pkg.tags, ...tags }, modified };
}

/** A stand-in for the hash of a version's tarball: cheap, and other for other content. */
export function integrityOf({ name }: NpmPackage, { version, files = {}, tarball }: NpmVersion): string {
  const content = JSON.stringify([name, version, files, tarball?.length]);
  return `sha512-${createHash('sha512').update(content).digest('base64')}`;
}
