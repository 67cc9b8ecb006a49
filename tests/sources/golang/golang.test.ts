import { golang } from '../../../src/sources/golang/golang.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { golangHandler } from '../../upstream/golang.ts';
import { V1, V2 } from './golang-scene.ts';

const VERSIONS = { 'v1.0.0': V1, 'v1.1.0': V2 };
const MODULES = [
  { path: 'acme.example/Tool', versions: VERSIONS },
  { path: 'acme.example/other', versions: VERSIONS },
];

for (const [title, credential, authorization] of [
  ['public', undefined, undefined],
  ['private', { user: 'u', password: 'hush-hush' }, `Basic ${btoa('u:hush-hush')}`],
  ['with a token', { token: 'hush-hush' }, 'Bearer hush-hush'],
] as const) {
  testSource(`golang, ${title}`, {
    source: golang,
    handlers: () => [golangHandler(MODULES, authorization)],
    world: (upstream) =>
      worldAt(upstream, {
        homes: { 'https://proxy.golang.org': '' },
        ...(credential && { credential }),
      }),
    isAbout: ({ path }, purl) =>
      path.startsWith(purl.endsWith('/other') ? '/acme.example/other/' : '/acme.example/!tool/'),
    secret: credential && 'hush-hush',
    package: 'pkg:golang/acme.example/Tool',
    newest: 'v1.1.0',
    complete: true,
    other: 'pkg:golang/acme.example/other',
    missing: 'pkg:golang/acme.example/none',
  });
}
