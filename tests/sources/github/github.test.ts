import { testSource } from '../../contract/test-source.ts';
import { githubHandler } from '../../upstream/github.ts';
import { makeRelease, makeRepository, makeTag } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { GITHUB, TOKEN, worldOf } from './world.ts';

function repositories() {
  const draft = makeRelease('acme/tool', 99, { isDraft: true, publishedAt: null, body: null, author: null });
  const tool = makeRepository('acme/tool', 12);
  return [
    { ...tool, releases: [...tool.releases, draft] },
    makeRepository('acme/other', 3),
    makeRepository('acme/tagged', 0, { tags: [0, 1, 2].map((number) => makeTag('acme/tagged', number)) }),
  ];
}

const subject = {
  source: GITHUB,
  handlers: () => [githubHandler(repositories())],
  package: 'pkg:github/acme/tool',
  newest: 'v1.11.0',
  other: 'pkg:github/acme/other',
  missing: 'pkg:github/acme/missing',
};

function isInQuery({ body }: Asked, purl: string): boolean {
  return new RegExp(`:"${purl.split('/').at(-1)}"`).test(body);
}

testSource('github', {
  ...subject,
  world: (upstream) => worldOf(upstream),
  isAbout: isInQuery,
  secret: TOKEN,
  complete: true,
});

testSource('github, tags of a project without releases', {
  ...subject,
  package: 'pkg:github/acme/tagged',
  newest: 'v0.2.0',
  world: (upstream) => worldOf(upstream),
  isAbout: isInQuery,
  secret: TOKEN,
  complete: true,
});

testSource('github, feeds without a token', {
  ...subject,
  world: (upstream) => worldOf(upstream, { githubToken: undefined }),
  isAbout: ({ path }, purl) => path.startsWith(`/${purl.slice('pkg:github/'.length)}/`),
  secret: undefined,
  complete: false,
});
