import { gitlab } from '../../../src/sources/gitlab/gitlab.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { gitlabHandler } from '../../upstream/gitlab.ts';
import { makeProject, makeTag } from '../../upstream/gitlab-project.ts';

const TOKEN = 'glpat-0123456789secret';
const TAGS = [makeTag('v1.1.0', 3), makeTag('v1.0.0', 1)];

for (const kind of ['releases', 'tags'] as const) {
  const more = kind === 'tags' ? { releases: [], tags: TAGS } : {};
  testSource(`GitLab, ${kind}`, {
    source: gitlab,
    handlers: () => {
      const projects = [makeProject('acme/deep/tool', more), makeProject('acme/other', { id: 43 })];
      return [gitlabHandler(projects, { token: TOKEN })];
    },
    world: (upstream) =>
      worldAt(upstream, { homes: { 'https://gitlab.com': '' }, credential: { token: TOKEN } }),
    isAbout: ({ path }, purl) => decodeURIComponent(path).includes(`/${purl.slice('pkg:gitlab/'.length)}`),
    secret: TOKEN,
    package: 'pkg:gitlab/acme/deep/tool',
    newest: 'v1.1.0',
    complete: true,
    other: 'pkg:gitlab/acme/other',
    missing: 'pkg:gitlab/acme/none',
  });
}
