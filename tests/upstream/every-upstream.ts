import { cargoHandler, makeCrate } from './cargo.ts';
import { composerHandler, makePackage as makeComposerPackage } from './composer.ts';
import { hubHandler } from './docker-hub.ts';
import { feedHandler, rss } from './feed.ts';
import { gemHandler, makeGemPackage } from './gem.ts';
import { gitHandler } from './git.ts';
import { giteaHandler } from './gitea.ts';
import { makeRepository as makeGiteaRepository } from './gitea-repository.ts';
import { githubHandler } from './github.ts';
import { makeRepository } from './github-data.ts';
import { gitlabHandler } from './gitlab.ts';
import { makeProject as makeGitlabProject } from './gitlab-project.ts';
import { golangHandler } from './golang.ts';
import { makeArtifact, mavenHandler } from './maven.ts';
import { mount } from './mount.ts';
import { npmHandler } from './npm.ts';
import { makePackage } from './npm-package.ts';
import { makePackage as makeNugetPackage, nugetHandler } from './nuget.ts';
import { buildImage } from './oci-image.ts';
import { registryHandler } from './oci-registry.ts';
import { makeProject, pypiHandler } from './pypi.ts';
import type { Handler } from './upstream.ts';

/** A package of each upstream by its id, all of them on one server. */
export const WATCHLIST = `title: One of each
projects:
  - { id: github, package: pkg:github/acme/tool }
  - { id: npm, package: pkg:npm/tool }
  - { id: gitlab, package: pkg:gitlab/acme/tool }
  - { id: pypi, package: pkg:pypi/tool }
  - { id: docker, package: pkg:docker/acme/tool }
  - { id: oci, package: 'pkg:oci/tool?repository_url=registry.example/acme/tool' }
  - { id: cargo, package: pkg:cargo/tool }
  - { id: maven, package: pkg:maven/com.acme/tool }
  - { id: golang, package: pkg:golang/acme.example/tool }
  - { id: gem, package: pkg:gem/tool }
  - { id: nuget, package: pkg:nuget/Acme.Tool }
  - { id: composer, package: pkg:composer/acme/tool }
  - { id: gitea, package: 'pkg:gitea/acme/tool?repository_url=codeberg.org' }
  - { id: git, package: 'pkg:git/tool?repository_url=git.example/tool.git' }
  - { id: feed, package: 'pkg:feed/tool?repository_url=news.example/feed.xml' }
`;

/** Public addresses and the paths that stand for them, as TIDINGS_MIRRORS has them. */
export function mirrorsAt(origin: string): string {
  const homes = {
    'https://gitlab.com': '/gitlab',
    'https://pypi.org': '/pypi',
    'https://files.pythonhosted.org': '/pypi/files',
    'https://hub.docker.com': '/hub',
    'https://registry.example': '',
    'https://index.crates.io': '/cargo/index',
    'https://crates.io': '/cargo/site',
    'https://static.crates.io': '/cargo/static',
    'https://repo1.maven.org/maven2': '/maven',
    'https://proxy.golang.org': '/golang',
    'https://rubygems.org': '/gem',
    'https://api.nuget.org': '/nuget',
    'https://repo.packagist.org': '/composer',
    'https://packagist.org': '/composer',
    'https://codeberg.org': '/gitea',
    'https://git.example': '/git',
    'https://news.example': '/feed',
  };
  return Object.entries(homes)
    .map(([home, path]) => `${home}=${origin}${path}`)
    .join(',');
}

const HOUR = 36_000_000;
const CHANGES = { timestamp: 17_200_000_000_000, actions: [], from: 17_200_000_000_000 - 24 * HOUR };
const ITEM = '<title>Tool 1.0.0</title><guid>urn:1</guid><pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate>';
const GO_VERSION = { time: '2026-01-01T00:00:00Z', hash: 'a'.repeat(40) };

/** One server that plays every upstream. npm's registry and GitHub are at its root, since their own settings lead there. */
export async function everyUpstream(npmToken: string): Promise<Handler[]> {
  return [
    ...(await mirroredUpstreams()),
    githubHandler([makeRepository('acme/tool', 2)]),
    npmHandler([makePackage('tool')], { kind: 'full-featured', token: npmToken }),
  ];
}

/** The upstreams that TIDINGS_MIRRORS leads to: all but npm and GitHub. */
export async function mirroredUpstreams(): Promise<Handler[]> {
  const image = await buildImage({ content: '1.0.0' });
  const hubTag = { id: 1, name: '1.0.0', digest: `sha256:${'a'.repeat(64)}`, pushedAt: Date.UTC(2026, 0, 1) };
  const module = { path: 'acme.example/tool', versions: { 'v1.0.0': GO_VERSION } };
  return [
    mount('/gitlab', gitlabHandler([makeGitlabProject('acme/tool')])),
    mount('/pypi', pypiHandler([makeProject('tool')])),
    mount('/hub', hubHandler(new Map([['acme/tool', [hubTag]]]))),
    mount('/cargo', cargoHandler([makeCrate('tool')])),
    mount('/maven', mavenHandler([makeArtifact('com.acme:tool', ['1.0.0'])], { listing: 'central' })),
    mount('/golang', golangHandler([module])),
    mount('/gem', gemHandler([makeGemPackage('tool')])),
    mount('/nuget', nugetHandler([makeNugetPackage('Acme.Tool', ['1.0.0'])])),
    mount('/composer', composerHandler([makeComposerPackage('acme/tool', ['v1.0.0'])], { changes: CHANGES })),
    mount('/gitea', giteaHandler([makeGiteaRepository('acme/tool')])),
    mount('/git', gitHandler([{ path: '/tool.git', refs: { 'refs/tags/v1.0.0': 'a'.repeat(40) } }])),
    mount('/feed', feedHandler([{ path: '/feed.xml', body: rss(ITEM) }])),
    registryHandler(new Map([['acme/tool', new Map([['1.0.0', image]])]])),
  ];
}
