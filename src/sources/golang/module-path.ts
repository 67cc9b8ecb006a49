import type { Package } from '../../core/package.ts';

/** One module of a proxy. Each major version from the second on is a module of its own. https://go.dev/ref/mod#major-version-suffixes */
export interface Module {
  /** As go.mod writes it: `github.com/BurntSushi/toml/v2`. */
  readonly path: string;
  /** As the proxy's addresses have it: `github.com/!burnt!sushi/toml/v2`. */
  readonly address: string;
  /** The major version that is part of the path, if it was added by us. */
  readonly major: number | undefined;
}

/** The module that a purl names, or one of its later major versions. */
export function moduleOf({ namespace, name }: Package, major?: number): Module {
  const segments = [...(namespace?.split('/') ?? []), name, ...(major === undefined ? [] : [`v${major}`])];
  return { path: segments.join('/'), address: segments.map(escapePart).join('/'), major };
}

/** Whether a path names one major version by itself: `…/v2`, and `gopkg.in/yaml.v3`, which always do. */
export function namesOneMajor(path: string): boolean {
  return /\/v\d+$/.test(path) || path.startsWith('gopkg.in/');
}

/**
 * A segment of a path, or a version, in an address of the proxy: capitals are `!` and the small letter, so that file systems
 * without case can hold it. A slash in it stays its own. https://go.dev/ref/mod#goproxy-protocol
 */
export function escapePart(text: string): string {
  const escaped = text.replace(/[A-Z]/g, (capital) => `!${capital.toLowerCase()}`);
  return encodeURIComponent(escaped).replaceAll('%2B', '+');
}
