import {
  at,
  type GithubRepository,
  makeAsset,
  makeRelease,
  makeRepository,
} from '../upstream/github-data.ts';
import { makePackage, type NpmPackage } from '../upstream/npm-package.ts';
import { HOSTILE_NOTES } from './hostile-notes.ts';
import { SECOND_LOOK } from './moments.ts';

/** What the site under test follows: everything that a page has to bear. */
export const WATCHLIST = `title: The fixture
projects:
  - name: Alpha
    package: pkg:npm/alpha
    channels: [pkg:github/acme/alpha]
    tags: [infra]
    uses: 1.1.0
  - name: Shipped
    package: pkg:pypi/tool
    channels:
      - pkg:gitlab/acme/tool
      - pkg:cargo/tool
      - pkg:gem/tool
      - pkg:docker/acme/tool
      - pkg:git/tool?repository_url=git.example/tool.git
  - name: Flood
    package: pkg:npm/flood
  - id: hostile
    name: 'Rock & <b>Roll</b> "quoted" with-a-name-that-is-long'
    package: pkg:github/acme/hostile
  - name: Monorepo
    package: pkg:github/acme/monorepo
  - name: Vanished
    package: pkg:npm/vanished
  - name: Empty
    package: pkg:npm/empty
`;

/** A second list, whose title and versions are as odd as people may make them. */
export const OTHER_LIST = `title: 'What we <b>run</b> & use'
projects:
  - { package: pkg:npm/alpha, uses: '1.2.0' }
  - { package: pkg:npm/flood, uses: '0.0.1' }
  - { package: pkg:github/acme/hostile, uses: '<img src=x onerror="window.__pwned=1">' }
  - { package: pkg:npm/empty, uses: '1.0.0' }
`;

/** A release that came out between the two fetches. */
export const FRESH_TAG = '@scope/y@0.2.0';
const PUBLISHED = SECOND_LOOK.replace('T09:00', 'T08:48');

/** How many releases of one project came out on one day. */
export const FLOOD = 30;
const FLOOD_DAY = 40;
const HOSTILE_TEXT = '<img src=x onerror="window.__pwned=1"> & "quotes" \'too\'';

/** Upstreams as they are at the first fetch. */
export function makeWorld(): { packages: NpmPackage[]; repositories: GithubRepository[] } {
  return {
    packages: [alpha(), flood(), makePackage('empty', 0)],
    repositories: [alphaRepository(), hostile(), monorepo()],
  };
}

/** What happens between the first fetch and the second: the timeline of a release. */
export function changeWorld(repositories: readonly GithubRepository[]): void {
  const named = (wanted: string) => repositories.find(({ name }) => name === wanted);
  const release = named('hostile')?.releases.find(({ tag }) => tag === 'v1.5.0');
  if (release === undefined) throw new Error('no release to change');
  release.commit = 'beef'.repeat(10);
  release.body = `${release.body}\n\nEdited later.`;
  release.assets = release.assets.map((asset) => ({ ...asset, digest: `sha256:${'f'.repeat(64)}` }));
  release.updatedAt = at(60, 0);
  // Waited for, so that its latency is measured; and without notes so far.
  const fresh = makeRelease('acme/monorepo', 90, { tag: FRESH_TAG, body: '**TBD**', author: 'a"><b>' });
  named('monorepo')?.releases.push({
    ...fresh,
    createdAt: PUBLISHED,
    publishedAt: PUBLISHED,
    updatedAt: PUBLISHED,
  });
}

function alpha(): NpmPackage {
  const made = makePackage('alpha', ['1.0.0', '1.1.0', '1.2.0', '1.2.1', '1.2.2', '2.0.0-rc.1']);
  const versions = made.versions.map((version) => ({
    ...version,
    ...(version.version === '1.1.0' && { deprecated: HOSTILE_TEXT }),
    ...(version.version === '1.2.1' && { isUnpublished: true }),
    ...(version.version === '1.2.2' && { hasProvenance: true }),
  }));
  return { ...made, versions, tags: { latest: '1.2.2', next: '2.0.0-rc.1' } };
}

function alphaRepository(): GithubRepository {
  return makeRepository('acme/alpha', 3);
}

function flood(): NpmPackage {
  const made = makePackage('flood', FLOOD);
  const day = at(FLOOD_DAY, 0).slice(0, 10);
  const versions = made.versions.map((version, index) => ({
    ...version,
    publishedAt: `${day}T${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}:00.000Z`,
  }));
  return { ...made, versions, modified: at(FLOOD_DAY, 11) };
}

function hostile(): GithubRepository {
  const notes = Object.entries(HOSTILE_NOTES);
  const releases = notes.map(([tag, body], number) =>
    makeRelease('acme/hostile', number, { tag, body, name: `${HOSTILE_TEXT} ${tag}`, author: 'a"><b>' }),
  );
  const files = Array.from({ length: 12 }, (_, number) => makeAsset('acme/hostile', number));
  const odd = { name: `<b>${'long-name-'.repeat(20)}.tgz`, size: 1, contentType: 'text/html', digest: null };
  releases.push(
    makeRelease('acme/hostile', 20, { tag: 'v1.6.0+build.7', body: null, assets: [...files, odd] }),
    makeRelease('acme/hostile', 21, { tag: 'v3.0.0-rc.1', isPrerelease: true, body: 'Soon.' }),
    makeRelease('acme/hostile', 22, {
      tag: 'Ünïcode/<script>&"\'?#%41',
      body: 'An odd tag.',
      immutable: true,
    }),
  );
  return makeRepository('acme/hostile', 0, {
    releases,
    description: HOSTILE_TEXT,
    homepageUrl: 'https://acme.example/?a=1&b="',
  });
}

function monorepo(): GithubRepository {
  const tags = ['@scope/x@1.0.0', '@scope/x@1.1.0', '@scope/y@0.1.0'];
  const releases = tags.map((tag, number) => makeRelease('acme/monorepo', number, { tag }));
  return makeRepository('acme/monorepo', 0, { releases });
}
