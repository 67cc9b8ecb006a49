import { parse, type SemVer } from 'semver';
import { defineScheme } from './scheme.ts';

/** Semantic Versioning 2.0.0, a leading `v` allowed. https://semver.org/#spec-item-11 */
export const semver = defineScheme<SemVer>({
  id: 'semver',
  title: 'Semantic Versioning 2.0.0',
  rulesUrl: 'https://semver.org/spec/v2.0.0.html#spec-item-11',
  parse: (text) => parse(text) ?? undefined,
  compare: (a, b) => a.compare(b),
  facts: ({ major, minor, patch, prerelease }) => ({
    numbers: [BigInt(major), BigInt(minor), BigInt(patch)],
    prerelease: prerelease.length > 0,
  }),
});
