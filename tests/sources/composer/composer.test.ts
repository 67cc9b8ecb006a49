import { composer } from '../../../src/sources/composer/composer.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { composerHandler, makePackage } from '../../upstream/composer.ts';

const TOKEN = 'composer-0123456789';
const NOW = 17_200_000_000_000;

const packages = () => [
  makePackage('acme/tool', ['1.0.0', '2.0.0-beta1', 'v1.0.1']),
  makePackage('acme/other', ['1.0.0']),
];
const isAbout = ({ path }: { path: string }, purl: string) =>
  path === `/p2/${purl.split('?')[0]?.slice('pkg:composer/'.length)}.json`;

for (const changes of [{ timestamp: NOW, actions: [], from: 0 }, undefined]) {
  testSource(`composer, Packagist ${changes === undefined ? 'without' : 'with'} its list of changes`, {
    source: composer,
    handlers: () => [
      composerHandler(packages(), { authorization: `Bearer ${TOKEN}`, ...(changes && { changes }) }),
    ],
    world: (upstream) => {
      const homes = { 'https://repo.packagist.org': '', 'https://packagist.org': '' };
      return worldAt(upstream, { homes, credential: { token: TOKEN } });
    },
    isAbout,
    secret: TOKEN,
    package: 'pkg:composer/acme/tool',
    newest: 'v1.0.1',
    complete: true,
    other: 'pkg:composer/acme/other',
    missing: 'pkg:composer/acme/missing',
  });
}

const AT = '?repository_url=packages.acme.example';

testSource('composer, a repository of one’s own', {
  source: composer,
  handlers: () => [
    composerHandler(packages(), {
      authorization: `Bearer ${TOKEN}`,
      metadataUrl: '/p2/%package%.json',
      isMinified: false,
    }),
  ],
  world: (upstream) =>
    worldAt(upstream, { homes: { 'https://packages.acme.example': '' }, credential: { token: TOKEN } }),
  isAbout,
  secret: TOKEN,
  package: `pkg:composer/acme/tool${AT}`,
  newest: 'v1.0.1',
  complete: true,
  other: `pkg:composer/acme/other${AT}`,
  missing: `pkg:composer/acme/missing${AT}`,
});
