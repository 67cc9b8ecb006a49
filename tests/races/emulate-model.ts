import { githubHandler } from '../upstream/github.ts';
import { type GithubRepository, makeRelease, makeRepository } from '../upstream/github-data.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage, type NpmPackage, publish } from '../upstream/npm-package.ts';
import type { Handler } from '../upstream/upstream.ts';
import type { Model, TrueRelease } from './model.ts';

/** GitHub and npm as they serve what a model says. */
export interface Emulated {
  readonly handlers: readonly Handler[];
  /** Serves what the model says now; `revised` is a release that was edited, as GitHub dates it by the edit. */
  readonly serve: (revised?: { readonly purl: string; readonly version: string }) => void;
  /** Publishes the next version of a package of npm. */
  readonly publishNpm: (name: string) => TrueRelease;
}

/** Emulates `pkg:github/acme/<name>` out of a model, and `pkg:npm/<name>` with so many versions, which the model is told. */
export function emulate(model: Model, names: readonly string[], versions: number): Emulated {
  const repositories = names.map((name) => makeRepository(`acme/${name}`, 0));
  const packages = names.map((name) => makePackage(name, versions));
  const revisions = new Map<string, number>();
  for (const pkg of packages) model.found(`pkg:npm/${pkg.name}`, pkg.versions.map(fromNpm));

  const serve: Emulated['serve'] = (revised) => {
    if (revised !== undefined) revisions.set(`${revised.purl} ${revised.version}`, model.lines.length);
    for (const repository of repositories) repository.releases = toGithub(repository, model, revisions);
    for (const [index, pkg] of packages.entries()) {
      if (revised?.purl === `pkg:npm/${pkg.name}`)
        packages[index] = withMarks(pkg, model.listOf(revised.purl));
    }
  };
  const publishNpm = (name: string): TrueRelease => {
    const index = names.indexOf(name);
    const pkg = packages[index] ?? makePackage(name, 0);
    const version = `1.${pkg.versions.length}.0`;
    const now = publish(pkg, version);
    packages[index] = now;
    const added = now.versions.find((one) => one.version === version);
    return added === undefined ? { version } : fromNpm(added);
  };
  serve();
  const handlers = [githubHandler(repositories), npmHandler(packages, { kind: 'full-featured' })];
  return { handlers, serve, publishNpm };
}

function fromNpm({ version, publishedAt }: NpmPackage['versions'][number]): TrueRelease {
  return { version, publishedAt: publishedAt.replace('.000Z', 'Z') };
}

function withMarks(pkg: NpmPackage, list: ReadonlyMap<string, TrueRelease>): NpmPackage {
  const versions = pkg.versions.map((one) => ({ ...one, deprecated: list.get(one.version)?.deprecated }));
  return { ...pkg, versions };
}

function toGithub(
  { owner, name }: GithubRepository,
  { listOf }: Model,
  revisions: ReadonlyMap<string, number>,
): GithubRepository['releases'] {
  const purl = `pkg:github/${owner}/${name}`;
  return [...listOf(purl).values()].map((release, number) => {
    const { version, title = null, notes = null, commit = null, isPrerelease = false } = release;
    const { publishedAt = '', digests = {} } = release;
    const edited = new Date(Date.parse(publishedAt) + (revisions.get(`${purl} ${version}`) ?? 0) * 1000);
    const file = { size: 1000, contentType: 'application/gzip' };
    return makeRelease(`${owner}/${name}`, number, {
      tag: version,
      name: title,
      body: notes,
      commit,
      isPrerelease,
      createdAt: publishedAt,
      publishedAt,
      updatedAt: edited.toISOString(),
      assets: Object.entries(digests).map(([asset, digest]) => ({ ...file, name: asset, digest })),
    });
  });
}
