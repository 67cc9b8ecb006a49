import type { Instant } from '../../core/instant.ts';

/** A project as an index of any form tells it. */
export interface Project {
  readonly files: readonly IndexFile[];
  /** Versions, those without files too; undefined where the index lists files alone. */
  readonly versions: readonly string[] | undefined;
  /** It grows with every change of the project, where the index counts them. */
  readonly serial: string | undefined;
  /** https://packaging.python.org/en/latest/specifications/project-status-markers/ */
  readonly status: { readonly marker: string; readonly reason: string };
  readonly dropped: number;
}

export interface IndexFile {
  readonly name: string;
  /** As it is written: it may be relative. */
  readonly url: string | undefined;
  readonly size: number | undefined;
  /** `algorithm:hex` */
  readonly digest: string | undefined;
  readonly uploadedAt: Instant | undefined;
  /** The reason, '' for none, false where it is not yanked. */
  readonly yanked: string | false;
  /** Whether the index links to attestations of how it was built. */
  readonly isAttested: boolean;
}

// The best first. Indexes give at least one: https://packaging.python.org/en/latest/specifications/simple-repository-api/
const ALGORITHMS = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'];

/** The best digest of a file. */
export function digestOf(hashes: Readonly<Record<string, string>>): string | undefined {
  const algorithm = ALGORITHMS.find((name) => /^[\da-f]{32,128}$/i.test(hashes[name] ?? ''));
  return algorithm === undefined ? undefined : `${algorithm}:${hashes[algorithm]?.toLowerCase()}`;
}
