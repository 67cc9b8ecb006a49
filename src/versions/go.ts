import { compareDigits } from './digits.ts';
import { compareLabels } from './labels.ts';
import { defineScheme } from './scheme.ts';

interface GoVersion {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  readonly prerelease: readonly string[];
}

const NUMBER = '(0|[1-9]\\d*)';
const LABEL = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)';
const PATTERN = new RegExp(
  `^v?${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}(?:-(${LABEL}(?:\\.${LABEL})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?)?)?$`,
);

/**
 * golang.org/x/mod/semver: v1 is v1.0.0, and +incompatible does not count. A version that was joined out of a tag has lost
 * its v. A pseudo-version comes out as a pre-release of the next version. https://go.dev/ref/mod#pseudo-versions
 */
export const go = defineScheme<GoVersion>({
  id: 'go',
  title: 'golang.org/x/mod/semver',
  rulesUrl: 'https://go.dev/ref/mod#versions',
  note: 'The leading `v` may be left out. Pseudo-versions are pre-releases.',
  parse: (text) => {
    const match = PATTERN.exec(text);
    if (match === null) return undefined;
    const [, major = '0', minor = '0', patch = '0', prerelease] = match;
    return { major, minor, patch, prerelease: prerelease?.split('.') ?? [] };
  },
  compare: (a, b) =>
    compareDigits(a.major, b.major) ||
    compareDigits(a.minor, b.minor) ||
    compareDigits(a.patch, b.patch) ||
    compareLabels(a.prerelease, b.prerelease),
  facts: ({ major, minor, patch, prerelease }) => ({
    numbers: [BigInt(major), BigInt(minor), BigInt(patch)],
    prerelease: prerelease.length > 0,
  }),
});
