import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const TOOL = parsePackage('pkg:maven/com.acme.tools/tool');
const OWN = parsePackage('pkg:maven/com.acme/tool?repository_url=maven.acme.example/releases');

test('pages of an artifact at Maven Central', () => {
  assert.equal(projectUrl(TOOL), 'https://central.sonatype.com/artifact/com.acme.tools/tool');
  assert.equal(
    releaseUrl(TOOL, '1.0+a/b'),
    'https://central.sonatype.com/artifact/com.acme.tools/tool/1.0%2Ba%2Fb',
  );
  assert.equal(
    projectUrl(parsePackage('pkg:maven/a%23b/c%3Fd')),
    'https://central.sonatype.com/artifact/a%23b/c%3Fd',
  );
  assert.equal(comparisonUrl(TOOL, '1', '2'), undefined);
});

test('an artifact of another repository has no page', () => {
  assert.equal(projectUrl(OWN), undefined);
  assert.equal(releaseUrl(OWN, '1'), undefined);
});

for (const [address, purl] of [
  ['https://central.sonatype.com/artifact/com.acme.tools/tool', TOOL.purl],
  ['https://central.sonatype.com/artifact/com.acme.tools/tool/1.0/versions', TOOL.purl],
  ['https://mvnrepository.com/artifact/com.acme.tools/tool/', TOOL.purl],
  ['https://www.mvnrepository.com/artifact/com.acme.tools/tool/1.0', TOOL.purl],
  ['https://search.maven.org/artifact/com.acme.tools/tool/1.0/jar', TOOL.purl],
  ['https://repo1.maven.org/maven2/com/acme/tools/tool/', TOOL.purl],
  ['https://repo1.maven.org/maven2/com/acme/tools/tool/maven-metadata.xml', TOOL.purl],
  ['https://repo1.maven.org/maven2/com/acme/tools/tool/1.0-rc1/', TOOL.purl],
  ['https://repo1.maven.org/maven2/com/acme/tools/tool/1.0/tool-1.0.jar', TOOL.purl],
  ['https://repo1.maven.org/maven2/com/acme/tools/tool/r09/tool-r09-sources.jar.asc', TOOL.purl],
  ['https://repo.maven.apache.org/maven2/com/acme/tools/tool', TOOL.purl],
  ['https://repo1.maven.org/maven2/junit/junit/4.13/', 'pkg:maven/junit/junit'],
  ['https://repo1.maven.org/maven2/junit/', undefined],
  ['https://repo1.maven.org/maven2/', undefined],
  ['https://repo1.maven.org/eclipse/com/acme/tool', undefined],
  ['https://central.sonatype.com/artifact/com.acme.tools', undefined],
  ['https://central.sonatype.com/namespace/com.acme.tools/x', undefined],
  ['https://mvnrepository.com/', undefined],
  ['https://repo1.maven.org.evil.example/maven2/com/acme/tool', undefined],
] as const) {
  test(`the purl of ${address}`, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) assert.equal(parsePackage(purl).purl, purl);
  });
}
