import { npm } from '../../../src/sources/npm/npm.ts';
import { testSource } from '../../contract/test-source.ts';
import { npmHandler } from '../../upstream/npm.ts';
import { makePackage } from '../../upstream/npm-package.ts';
import { npmWorld } from './npm-world.ts';

const TOKEN = 'npm_0123456789secret';

for (const kind of ['full-featured', 'plain'] as const) {
  testSource(`npm, ${kind} registry`, {
    source: npm,
    handlers: () => {
      const packages = [makePackage('@acme/Tool', ['1.0.0', '2.0.0-beta.1', '1.0.1']), makePackage('other')];
      return [npmHandler(packages, { kind, token: TOKEN })];
    },
    world: ({ origin }) => npmWorld(origin, TOKEN),
    isAbout: (asked, purl) => decodeURIComponent(asked.path).startsWith(`/${nameIn(purl)}`),
    secret: TOKEN,
    package: 'pkg:npm/%40acme/Tool',
    newest: '1.0.1',
    complete: true,
    other: 'pkg:npm/other',
    missing: 'pkg:npm/missing',
  });
}

function nameIn(purl: string): string {
  return decodeURIComponent(purl.slice('pkg:npm/'.length));
}
