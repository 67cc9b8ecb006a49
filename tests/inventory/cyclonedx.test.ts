import { testFormat } from './test-format.ts';

const CYCLONEDX = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { 'bom-ref': 'app', type: 'application', name: 'app', purl: 'pkg:npm/app@1.0.0' } },
  components: [
    {
      'bom-ref': 'core',
      name: 'core',
      version: '2.1.0',
      purl: 'pkg:npm/%40acme/core@2.1.0?vcs_url=git%2Bhttps%3A%2F%2Fgit.example',
      components: [{ 'bom-ref': 'tiny', name: 'tiny', version: '1.4.0', purl: 'pkg:npm/tiny@1.4.0' }],
    },
    {
      'bom-ref': 'test',
      name: 'test',
      purl: 'pkg:npm/test@3.0.0',
      properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
    },
    { 'bom-ref': 'left', name: 'left', scope: 'excluded', purl: 'pkg:pypi/Left_Out@1.0%2Blocal' },
    {
      'bom-ref': 'image',
      name: 'tool',
      purl: 'pkg:oci/tool@sha256:aa?repository_url=ghcr.io/acme/tool&tag=1.2',
    },
    { 'bom-ref': 'unversioned', name: 'x', version: '7.1', purl: 'pkg:npm/@acme/x' },
    { 'bom-ref': 'file', type: 'file', name: 'LICENSE' },
  ],
  dependencies: [
    { ref: 'app', dependsOn: ['core', 'test'] },
    { ref: 'core', dependsOn: ['tiny'] },
  ],
};

const USED = [
  'pkg:npm/%40acme/core 2.1.0 direct',
  'pkg:npm/%40acme/x 7.1',
  'pkg:npm/test 3.0.0 direct dev',
  'pkg:npm/tiny 1.4.0',
  'pkg:oci/tool?repository_url=ghcr.io%2Facme%2Ftool 1.2',
  'pkg:pypi/left-out 1.0+local dev',
];

testFormat('cyclonedx-json', [
  {
    title: 'a graph, parts of parts, qualifiers',
    text: JSON.stringify(CYCLONEDX),
    used: USED,
    skipped: ['LICENSE: has no purl'],
  },
  {
    title: 'without a graph all are direct',
    name: 'sbom.json',
    text: JSON.stringify({
      ...CYCLONEDX,
      dependencies: undefined,
      components: CYCLONEDX.components.slice(1, 2),
    }),
    used: ['pkg:npm/test 3.0.0 direct dev'],
  },
  {
    title: 'a digest alone, and latest, are no version',
    text: JSON.stringify({
      bomFormat: 'CycloneDX',
      components: [
        { purl: 'pkg:oci/tool@sha256%3Aaa?repository_url=ghcr.io/acme/tool', version: 'sha256:aa' },
        { purl: 'pkg:docker/redis@latest', version: 'latest' },
        { purl: 'pkg:docker/node@sha256:aa?tag=latest' },
      ],
    }),
    used: [
      'pkg:docker/node - direct',
      'pkg:docker/redis - direct',
      'pkg:oci/tool?repository_url=ghcr.io%2Facme%2Ftool - direct',
    ],
  },
]);

testFormat('cyclonedx-xml', [
  {
    title: 'the same as XML',
    text: `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
  <metadata><component type="application" bom-ref="app"><name>app</name></component></metadata>
  <components>
    <component type="library" bom-ref="core"><name>core</name><version>2.1.0</version><purl>pkg:npm/%40acme/core@2.1.0?vcs_url=x&amp;a=b</purl>
      <components><component type="library" bom-ref="tiny"><name>tiny</name><version>1.4.0</version><purl>pkg:npm/tiny@1.4.0</purl></component></components>
    </component>
    <component type="library" bom-ref="test"><name>test</name><purl>pkg:npm/test@3.0.0</purl>
      <properties><property name="cdx:npm:package:development">true</property></properties></component>
    <component type="library" bom-ref="left"><name>left</name><scope>excluded</scope><purl>pkg:pypi/Left_Out@1.0%2Blocal</purl></component>
    <component type="container" bom-ref="image"><name>tool</name><purl>pkg:oci/tool@sha256:aa?repository_url=ghcr.io/acme/tool&amp;tag=1.2</purl></component>
    <component type="library" bom-ref="unversioned"><name>x</name><version>7.1</version><purl>pkg:npm/@acme/x</purl></component>
    <component type="file" bom-ref="file"><name>LICENSE</name></component>
  </components>
  <dependencies>
    <dependency ref="app"><dependency ref="core"/><dependency ref="test"/></dependency>
    <dependency ref="core"><dependency ref="tiny"/></dependency>
  </dependencies>
</bom>
`,
    used: USED,
    skipped: ['LICENSE: has no purl'],
  },
]);
