import { maven } from '../../../src/sources/maven/maven.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeArtifact, mavenHandler } from '../../upstream/maven.ts';

const PASSWORD = 'maven-0123456789';

for (const listing of ['central', undefined] as const) {
  testSource(`maven, ${listing === undefined ? 'without listings' : 'with listings'}`, {
    source: maven,
    handlers: () => [
      mavenHandler(
        [
          makeArtifact('com.acme:tool', ['1.0', '1.1-rc1', '1.1', '1.0.1', '2.0-SNAPSHOT']),
          makeArtifact('com.acme.other:other', ['1']),
        ],
        {
          authorization: `Basic ${Buffer.from(`reader:${PASSWORD}`).toString('base64')}`,
          hasETags: listing === undefined,
          ...(listing && { listing }),
        },
      ),
    ],
    world: (upstream) =>
      worldAt(upstream, {
        homes: { 'https://repo1.maven.org/maven2': '' },
        credential: { user: 'reader', password: PASSWORD },
      }),
    isAbout: ({ path }, purl) => {
      const [, group = '', name] = purl.split('/');
      return path.startsWith(`/${group.replaceAll('.', '/')}/${name}/`);
    },
    secret: PASSWORD,
    package: 'pkg:maven/com.acme/tool',
    newest: '1.0.1',
    complete: true,
    other: 'pkg:maven/com.acme.other/other',
    missing: 'pkg:maven/com.acme/none',
  });
}
