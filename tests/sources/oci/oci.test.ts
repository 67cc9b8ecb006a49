import { oci } from '../../../src/sources/oci/oci.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type HubTagData, hubHandler } from '../../upstream/docker-hub.ts';
import { buildImage } from '../../upstream/oci-image.ts';
import { registryHandler } from '../../upstream/oci-registry.ts';
import { quayHandler } from '../../upstream/quay.ts';

const SECRET = 'dckr_pat_secret';
const CREDENTIAL = { user: 'robot', password: SECRET };
const AUTH = { user: 'robot', password: SECRET };
const DIGEST = `sha256:${'a'.repeat(64)}`;

const hubTags: HubTagData[] = [
  { id: 1, name: '1.0.0', digest: DIGEST, pushedAt: Date.UTC(2026, 0, 1) },
  { id: 2, name: '1.1.0', digest: DIGEST, pushedAt: Date.UTC(2026, 1, 1) },
  { id: 3, name: 'latest', digest: DIGEST, pushedAt: Date.UTC(2026, 0, 2) },
];

testSource('oci, Docker Hub', {
  source: oci,
  handlers: () => {
    const repositories = new Map([
      ['acme/tool', hubTags],
      ['library/other', hubTags],
    ]);
    return [hubHandler(repositories, AUTH)];
  },
  world: (upstream) => worldAt(upstream, { homes: { 'https://hub.docker.com': '' }, credential: CREDENTIAL }),
  isAbout: ({ path }, purl) => path.includes(`/repositories/${purl.split('/').at(-1)}`),
  secret: SECRET,
  package: 'pkg:docker/acme/tool',
  newest: '1.1.0',
  complete: true,
  other: 'pkg:docker/other',
  missing: 'pkg:docker/acme/missing',
});

const image = await buildImage({ content: 'one', platforms: ['linux/amd64', 'linux/arm64'] });
const tags = new Map([
  ['latest', image],
  ['1.0.0', image],
  ['1.10.0', image],
  ['1.9.0', image],
]);

testSource('oci, any registry', {
  source: oci,
  handlers: () => [
    registryHandler(
      new Map([
        ['acme/tool', tags],
        ['acme/other', tags],
      ]),
      { auth: AUTH },
    ),
  ],
  world: (upstream) =>
    worldAt(upstream, { homes: { 'https://registry.example': '' }, credential: CREDENTIAL }),
  isAbout: ({ path }, purl) => path.startsWith(`/v2/acme/${purl.split('/').at(-1)}/`),
  secret: SECRET,
  package: 'pkg:oci/tool?repository_url=registry.example/acme/tool',
  newest: '1.10.0',
  complete: true,
  other: 'pkg:oci/other?repository_url=registry.example/acme/other',
  missing: 'pkg:oci/missing?repository_url=registry.example/acme/missing',
});

const quayTags = [
  { name: '1.0.0', digest: image.digest, startedAt: Date.UTC(2026, 0, 1) / 1000 },
  { name: '1.1.0', digest: image.digest, startedAt: Date.UTC(2026, 1, 1) / 1000 },
];

testSource('oci, quay.io', {
  source: oci,
  handlers: () => [
    quayHandler(
      new Map([
        ['acme/tool', quayTags],
        ['acme/other', quayTags],
      ]),
    ),
    registryHandler(
      new Map([
        ['acme/tool', tags],
        ['acme/other', tags],
      ]),
    ),
  ],
  world: (upstream) => worldAt(upstream, { homes: { 'https://quay.io': '' } }),
  isAbout: ({ path }, purl) => path.includes(`/acme/${purl.split('/').at(-1)}/`),
  secret: undefined,
  package: 'pkg:oci/tool?repository_url=quay.io/acme/tool',
  newest: '1.1.0',
  complete: true,
  other: 'pkg:oci/other?repository_url=quay.io/acme/other',
  missing: 'pkg:oci/missing?repository_url=quay.io/acme/missing',
});
