import { gitea } from '../../../src/sources/gitea/gitea.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { giteaHandler } from '../../upstream/gitea.ts';
import { makeRepository, makeTag } from '../../upstream/gitea-repository.ts';

const TOKEN = '0123456789secret';
const TAGS = [makeTag('v1.1.0', 3), makeTag('v1.0.0', 1)];

for (const kind of ['releases', 'tags'] as const) {
  const more = kind === 'tags' ? { releases: [], tags: TAGS } : {};
  testSource(`Gitea, ${kind}`, {
    source: gitea,
    handlers: () => {
      const repositories = [makeRepository('acme/Tool', more), makeRepository('acme/other', { id: 43 })];
      return [giteaHandler(repositories, { token: TOKEN })];
    },
    world: (upstream) =>
      worldAt(upstream, { homes: { 'https://codeberg.org': '' }, credential: { token: TOKEN } }),
    isAbout: ({ path }, purl) => path.startsWith(`/api/v1/repos/${nameIn(purl)}`),
    secret: TOKEN,
    package: 'pkg:gitea/acme/Tool?repository_url=codeberg.org',
    newest: 'v1.1.0',
    complete: true,
    other: 'pkg:gitea/acme/other?repository_url=codeberg.org',
    missing: 'pkg:gitea/acme/none?repository_url=codeberg.org',
  });
}

function nameIn(purl: string): string {
  const [name = ''] = purl.slice('pkg:gitea/'.length).split('?');
  return name;
}
