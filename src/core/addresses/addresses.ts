import type { Package } from '../package.ts';

/** The public pages of one purl type. Everything here can be computed, so none of it is stored. */
export interface Addresses {
  /** Each gives undefined where a package's home has no such page. */
  readonly project: (pkg: Package) => string | undefined;
  readonly release?: (pkg: Package, version: string) => string | undefined;
  readonly comparison?: (pkg: Package, from: string, to: string) => string | undefined;
  /** The purl that a pasted address means, undefined where it is none of this type's. Segments are not decoded. */
  readonly purl: (url: URL, segments: readonly string[]) => string | undefined;
}
