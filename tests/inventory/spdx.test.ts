import { testFormat } from './test-format.ts';

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
    title: 'what no need for development leads to is not for development, even where nothing leads to it',
    text: JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      packages: SPDX.packages.slice(1, 4),
      relationships: [relation('test', 'DEV_DEPENDENCY_OF', 'core')],
    }),
    used: ['pkg:npm/%40acme/core 2.1.0 direct', 'pkg:npm/test 3.0.0 direct dev', 'pkg:npm/tiny 1.4.0 direct'],
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
