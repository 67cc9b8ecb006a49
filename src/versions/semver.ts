import { parse, type SemVer } from 'semver';
import { defineScheme } from './scheme.ts';

/** Semantic Versioning 2.0.0, a leading `v` allowed. https://semver.org/#spec-item-11 */
export const semver = defineScheme<SemVer>({
  id: 'semver',
  parse: (text) => parse(text) ?? undefined,
  // Build metadata has no precedence, but the order must be total: it breaks the tie.
  compare: (a, b) => a.compare(b) || a.compareBuild(b),
  facts: ({ major, minor, patch, prerelease }) => ({
    numbers: [major, minor, patch],
    prerelease: prerelease.length > 0,
  }),
});
