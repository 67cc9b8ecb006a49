import assert from 'node:assert/strict';
import { makeRelease, makeRepository, makeTag } from '../upstream/github-data.ts';
import { makePackage, type NpmPackage } from '../upstream/npm-package.ts';

/** Follows a package of every kind: with a channel, scoped, in a monorepo, shaky, without releases, gone. */
export const WATCHLIST = `title: All kinds
projects:
  - name: Alpha
    package: pkg:npm/alpha
    channels: [pkg:github/acme/alpha]
  - package: pkg:npm/@acme/beta
    channels: [pkg:github/acme/monorepo]
    track: { match: '@acme/beta@(?<version>.+)' }
  - pkg:npm/shaky
  - pkg:npm/empty
  - pkg:github/acme/tags-only
  - package: pkg:npm/vanished
    channels: [pkg:github/acme/vanished]
`;

/** What the emulated upstreams hold; the tests change it between runs. */
export const packages = [
  makePackage('alpha', 4),
  makePackage('@acme/beta', 2),
  makePackage('shaky', 2),
  makePackage('empty', 0),
];
export const alphaRepository = makeRepository('acme/alpha', 4);
export const repositories = [
  alphaRepository,
  makeRepository('acme/monorepo', 0, {
    releases: ['@acme/beta@1.0.0', '@acme/beta@1.1.0', 'other@7.0.0'].map((tag, number) =>
      makeRelease('acme/monorepo', number, { tag }),
    ),
  }),
  makeRepository('acme/tags-only', 0, { tags: [makeTag('acme/tags-only', 0), makeTag('acme/tags-only', 1)] }),
];
export const alphaPackage = packages[0] ?? assert.fail();

/** Publishes another state of `alpha`. */
export function replaceAlpha(pkg: NpmPackage): void {
  packages[0] = pkg;
}
