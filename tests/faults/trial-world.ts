import { SECRETS } from '../pipeline/fetching-project.ts';
import { githubHandler } from '../upstream/github.ts';
import { type GithubRepository, makeRelease, makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage, type NpmPackage, publish } from '../upstream/npm-package.ts';
import { startUpstream, type Upstream } from '../upstream/upstream.ts';

const NPM = Array.from({ length: 15 }, (_, index) => `n${String(index + 1).padStart(2, '0')}`);
const GITHUB = ['acme/r1', 'acme/r2', 'acme/r3', 'acme/r4', 'acme/r5'];

/** Twenty packages. */
export const WATCHLIST = ['title: Twenty', 'projects:', ...purls().map((purl) => `  - ${purl}`), ''].join(
  '\n',
);

/** An upstream that has an older state and a newer one. */
export interface TrialWorld {
  readonly upstream: Upstream;
  /** What is published after the first import: releases, edits, packages, a package that is to be split, and one that is never there. */
  readonly moveOn: () => void;
}

export async function trialWorld(): Promise<TrialWorld> {
  const packages: NpmPackage[] = NPM.slice(0, 12).map((name, index) =>
    makePackage(name, index === 11 ? 149 : 1 + (index % 4)),
  );
  const repositories: GithubRepository[] = GITHUB.slice(0, 4).map((name) => makeRepository(name, 3));
  const upstream = await startUpstream([
    githubHandler(repositories),
    npmHandler(packages, { kind: 'full-featured', token: SECRETS.npm }),
  ]);
  function moveOn() {
    for (const index of [0, 1, 2, 3, 4, 5, 11]) replace(packages, index, (pkg) => publish(pkg, '9.0.0'));
    replace(packages, 11, (pkg) => publish(publish(pkg, '9.1.0'), '9.2.0'));
    packages.push(makePackage('n13', 2), makePackage('n14', 1));
    change(repositories);
    repositories.push(makeRepository('acme/r5', 2));
  }
  return { upstream, moveOn };
}

function purls(): string[] {
  return [...NPM.map((name) => `pkg:npm/${name}`), ...GITHUB.map((name) => `pkg:github/${name}`)];
}

function replace(packages: NpmPackage[], index: number, by: (pkg: NpmPackage) => NpmPackage): void {
  const pkg = packages[index];
  if (pkg !== undefined) packages[index] = by(pkg);
}

function change([first, second, third]: readonly GithubRepository[]): void {
  const updatedAt = '2026-01-01T00:00:00Z';
  for (const release of first?.releases.slice(0, 1) ?? [])
    Object.assign(release, { body: 'Now with a warning', updatedAt });
  second?.releases.push(makeRelease('acme/r2', 7));
  for (const release of third?.releases.slice(0, 1) ?? [])
    Object.assign(release, { commit: 'feed'.repeat(10), updatedAt });
}
