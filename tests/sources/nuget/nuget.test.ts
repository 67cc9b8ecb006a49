import { nuget } from '../../../src/sources/nuget/nuget.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makePackage, nugetHandler } from '../../upstream/nuget.ts';

const TOKEN = 'nuget-0123456789';

for (const pageSize of [64, 1]) {
  testSource(`nuget, ${pageSize} on a page`, {
    source: nuget,
    handlers: () => [
      nugetHandler(
        [makePackage('Acme.Tool', ['1.0.0', '2.0.0-beta.1', '1.0.1']), makePackage('Other', ['1.0.0'])],
        { pageSize, authorization: `Bearer ${TOKEN}` },
      ),
    ],
    world: (upstream) =>
      worldAt(upstream, { homes: { 'https://api.nuget.org': '' }, credential: { token: TOKEN } }),
    isAbout: ({ path }, purl) => path.includes(`/${purl.slice('pkg:nuget/'.length).toLowerCase()}/`),
    secret: TOKEN,
    package: 'pkg:nuget/Acme.Tool',
    newest: '1.0.1',
    complete: true,
    other: 'pkg:nuget/Other',
    missing: 'pkg:nuget/Missing',
  });
}
