import { go } from '../../versions/go.ts';

const VERSION = /^v\d+\.\d+\.\d+(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/;
const LONGEST = 255;

/** Whether a line of a list is a version; anything else must not become a part of an address. */
export function isGoVersion(text: string): boolean {
  return text.length <= LONGEST && VERSION.test(text);
}

/** The major version of a `+incompatible` one: v2 and later without a go.mod are listed with v0 and v1. */
export function incompatibleMajor(version: string): number | undefined {
  const [, major] = /^v(\d{1,6})\..*\+incompatible$/.exec(version) ?? [];
  return major === undefined ? undefined : Number(major);
}

/**
 * The version whose go.mod speaks for the module: the highest release, else the highest of all.
 * https://go.dev/ref/mod#go-mod-file-retract
 */
export function highest(versions: readonly string[]): string | undefined {
  const sorted = go.sort(versions);
  const isRelease = (version: string) =>
    go.facts(version)?.prerelease === false && incompatibleMajor(version) === undefined;
  return sorted.findLast(isRelease) ?? sorted.at(-1);
}
