import { git } from '../../../src/sources/git/git.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { gitHandler } from '../../upstream/git.ts';
import { aRepository, HOME, PURL, REFS } from './git-scene.ts';

for (const [title, credential, authorization] of [
  ['public', undefined, undefined],
  ['with a token', { token: 'hush-hush' }, `Basic ${btoa('x-access-token:hush-hush')}`],
  ['with a password', { user: 'u', password: 'hush-hush' }, `Basic ${btoa('u:hush-hush')}`],
] as const) {
  testSource(`git, ${title}`, {
    source: git,
    handlers: () => [
      gitHandler([aRepository(REFS), aRepository(REFS, '/other')], authorization ? { authorization } : {}),
    ],
    world: (upstream) => worldAt(upstream, { homes: { [HOME]: '' }, ...(credential && { credential }) }),
    isAbout: ({ path }, purl) => path.startsWith(purl.includes('/other') ? '/other' : '/tool.git'),
    secret: credential && 'hush-hush',
    package: PURL,
    newest: 'v1.0.0',
    complete: true,
    other: 'pkg:git/other?repository_url=git.example/other',
    missing: 'pkg:git/none?repository_url=git.example/none',
  });
}
