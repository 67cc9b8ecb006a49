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

function spdxPackage(id: string, purl: string | undefined, versionInfo?: string) {
  const reference = { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl };
  return {
    SPDXID: `SPDXRef-${id}`,
    name: id,
    versionInfo,
    externalRefs: purl === undefined ? [] : [reference],
  };
}

function relation(from: string, relationshipType: string, to: string) {
  return { spdxElementId: `SPDXRef-${from}`, relationshipType, relatedSpdxElement: `SPDXRef-${to}` };
}

const SPDX = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  packages: [
    spdxPackage('app', 'pkg:npm/app@1.0.0'),
    spdxPackage('core', 'pkg:npm/%40acme/core@2.1.0'),
    spdxPackage('tiny', 'pkg:npm/tiny', '1.4.0'),
    spdxPackage('test', 'pkg:npm/test@3.0.0'),
    spdxPackage('rules', 'pkg:npm/rules', '^1.0.0'),
    spdxPackage('nameless', undefined),
  ],
  relationships: [
    relation('DOCUMENT', 'DESCRIBES', 'app'),
    relation('core', 'DEPENDENCY_OF', 'app'),
    relation('test', 'DEV_DEPENDENCY_OF', 'app'),
    relation('core', 'DEPENDS_ON', 'tiny'),
    relation('rules', 'OPTIONAL_DEPENDENCY_OF', 'test'),
    relation('app', 'CONTAINS', 'rules'),
  ],
};

const SPDX_USED = [
  'pkg:npm/%40acme/core 2.1.0 direct',
  'pkg:npm/rules - dev',
  'pkg:npm/test 3.0.0 direct dev',
  'pkg:npm/tiny 1.4.0',
];

testFormat('spdx-json', [
  {
    title: 'relationships both ways round',
    text: JSON.stringify(SPDX),
    used: SPDX_USED,
    skipped: ['nameless: has no purl'],
  },
  {
    title: 'as GitHub gives it, wrapped; without relationships all are direct',
    name: 'sbom.json',
    text: JSON.stringify({
      sbom: {
        ...SPDX,
        packages: SPDX.packages.slice(0, 3),
        documentDescribes: ['SPDXRef-app'],
        relationships: [],
      },
    }),
    used: ['pkg:npm/%40acme/core 2.1.0 direct', 'pkg:npm/tiny 1.4.0 direct'],
  },
  {
    title: 'of a document that describes each of its packages, none is the project',
    text: JSON.stringify({
      spdxVersion: 'SPDX-2.2',
      packages: SPDX.packages.slice(1, 2),
      documentDescribes: ['SPDXRef-core'],
    }),
    used: ['pkg:npm/%40acme/core 2.1.0 direct'],
  },
]);

testFormat('spdx-tag-value', [
  {
    title: 'tags, and a text over several lines',
    text: `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
DocumentComment: <text>a text with
PackageName: nobody
in it</text>
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app

PackageName: app
SPDXID: SPDXRef-app
ExternalRef: PACKAGE-MANAGER purl pkg:npm/app@1.0.0

PackageName: core
SPDXID: SPDXRef-core
PackageVersion: 2.1.0
PackageComment: <text>one line</text>
ExternalRef: PACKAGE_MANAGER purl pkg:npm/%40acme/core@2.1.0
ExternalRef: SECURITY cpe23Type cpe:2.3:a:acme:core:2.1.0:*:*:*:*:*:*:*
Relationship: SPDXRef-app DEPENDS_ON SPDXRef-core

PackageName: tiny
SPDXID: SPDXRef-tiny
PackageVersion: 1.4.0
ExternalRef: PACKAGE-MANAGER purl pkg:npm/tiny
Relationship: SPDXRef-tiny DEPENDENCY_OF SPDXRef-core

PackageName: test
SPDXID: SPDXRef-test
ExternalRef: PACKAGE-MANAGER purl pkg:npm/test@3.0.0
Relationship: SPDXRef-test DEV_DEPENDENCY_OF SPDXRef-app

PackageName: rules
SPDXID: SPDXRef-rules
PackageVersion: ^1.0.0
ExternalRef: PACKAGE-MANAGER purl pkg:npm/rules
Relationship: SPDXRef-test DEPENDS_ON SPDXRef-rules

PackageName: nameless
SPDXID: SPDXRef-nameless
FileName: ./x
SPDXID: SPDXRef-file
`,
    used: SPDX_USED,
    skipped: ['nameless: has no purl'],
  },
]);

testFormat('spdx-3', [
  {
    title: 'a graph of elements',
    text: JSON.stringify({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'SpdxDocument', spdxId: 'u:doc', rootElement: ['u:bom'] },
        { type: 'software_Sbom', spdxId: 'u:bom', rootElement: ['u:app'] },
        { type: 'software_Package', spdxId: 'u:app', name: 'app' },
        {
          type: 'software_Package',
          spdxId: 'u:core',
          name: 'core',
          software_packageUrl: 'pkg:npm/%40acme/core@2.1.0',
        },
        {
          type: 'software_Package',
          spdxId: 'u:tiny',
          name: 'tiny',
          software_packageVersion: '1.4.0',
          externalIdentifier: [
            { type: 'ExternalIdentifier', externalIdentifierType: 'packageUrl', identifier: 'pkg:npm/tiny' },
          ],
        },
        {
          type: 'software_Package',
          spdxId: 'u:test',
          name: 'test',
          software_packageUrl: 'pkg:npm/test@3.0.0',
        },
        { type: 'software_Package', spdxId: 'u:nameless', name: 'nameless' },
        { type: 'Relationship', from: 'u:app', to: ['u:core'], relationshipType: 'dependsOn' },
        { type: 'Relationship', from: 'u:core', to: ['u:tiny'], relationshipType: 'dependsOn' },
        {
          type: 'LifecycleScopedRelationship',
          scope: 'test',
          from: 'u:app',
          to: ['u:test'],
          relationshipType: 'dependsOn',
        },
      ],
    }),
    used: ['pkg:npm/%40acme/core 2.1.0 direct', 'pkg:npm/test 3.0.0 direct dev', 'pkg:npm/tiny 1.4.0'],
    skipped: ['nameless: has no purl'],
  },
]);
