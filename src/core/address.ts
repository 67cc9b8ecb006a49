import type { Addresses } from './addresses/addresses.ts';
import { cargoAddresses } from './addresses/cargo.ts';
import { composerAddresses } from './addresses/composer.ts';
import { dockerAddresses } from './addresses/docker.ts';
import { feedAddresses } from './addresses/feed.ts';
import { gemAddresses } from './addresses/gem.ts';
import { gitAddresses } from './addresses/git.ts';
import { giteaAddresses } from './addresses/gitea.ts';
import { githubAddresses } from './addresses/github.ts';
import { gitlabAddresses } from './addresses/gitlab.ts';
import { golangAddresses } from './addresses/golang.ts';
import { mavenAddresses } from './addresses/maven.ts';
import { npmAddresses } from './addresses/npm.ts';
import { nugetAddresses } from './addresses/nuget.ts';
import { ociAddresses } from './addresses/oci.ts';
import { pypiAddresses } from './addresses/pypi.ts';
import type { Package } from './package.ts';

const ADDRESSES: Readonly<Record<string, Addresses>> = {
  npm: npmAddresses,
  docker: dockerAddresses,
  // Before GitHub: an image has its page below that of its owner.
  oci: ociAddresses,
  github: githubAddresses,
  gitlab: gitlabAddresses,
  pypi: pypiAddresses,
  cargo: cargoAddresses,
  gem: gemAddresses,
  gitea: giteaAddresses,
  maven: mavenAddresses,
  nuget: nugetAddresses,
  composer: composerAddresses,
  golang: golangAddresses,
  // Last: what looks like a repository or a feed, at hosts that nothing above knows.
  git: gitAddresses,
  feed: feedAddresses,
};

/** The page of a package at its source, or undefined where it has no public page. */
export function projectUrl(pkg: Package): string | undefined {
  return ADDRESSES[pkg.type]?.project(pkg);
}

/** The page of one release at its source; `stored` is the release's own `url`, kept only where it differs. */
export function releaseUrl(pkg: Package, version: string, stored?: string): string | undefined {
  return stored ?? ADDRESSES[pkg.type]?.release?.(pkg, version);
}

/** The page that compares the code of two versions, where the source has one. */
export function comparisonUrl(pkg: Package, from: string, to: string): string | undefined {
  return ADDRESSES[pkg.type]?.comparison?.(pkg, from, to);
}

/** The purl that a pasted address means, or undefined for an address that we do not know. */
export function purlOfAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^(?:https?|oci):$/.test(url.protocol)) return undefined;
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  for (const { purl } of Object.values(ADDRESSES)) {
    const found = purl(url, segments);
    if (found !== undefined) return found;
  }
  return undefined;
}
