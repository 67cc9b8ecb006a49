import type { Instant } from '../../core/instant.ts';

/** One file of a release: a gem is built once, or once for each platform. */
export interface GemFile {
  readonly number: string;
  /** `ruby` for one that runs everywhere. */
  readonly platform: string;
  /** SHA-256, as hex. */
  readonly checksum: string | undefined;
  /** What the compact index does not tell. */
  readonly about?: {
    readonly publishedAt: Instant | undefined;
    readonly isPrerelease: boolean;
  };
}

/** The name under which a server keeps it. https://guides.rubygems.org/specification-reference/#platform */
export function fileName(gem: string, { number, platform }: GemFile): string {
  return `${gem}-${number}${platform === 'ruby' ? '' : `-${platform}`}.gem`;
}

/** What a number of a version may look like. https://docs.ruby-lang.org/en/master/Gem/Version.html */
export const NUMBER = /^\d+(?:\.[\dA-Za-z]+)*$/;
export const PLATFORM = /^[\w.-]{1,100}$/;
export const CHECKSUM = /^[\da-f]{64}$/i;
