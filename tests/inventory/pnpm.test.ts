import { testFormat } from './test-format.ts';

const USED = [
  'pkg:npm/%40acme/core 2.1.0 direct',
  'pkg:npm/linter 9.0.0 direct dev',
  'pkg:npm/real 3.0.1 direct',
  'pkg:npm/rules 1.0.0 dev',
  'pkg:npm/tiny 1.4.0',
];
const PART = 'part: is a folder or file, not a release of a registry';

testFormat('pnpm', [
  {
    title: 'version 5: slashes, peers behind an underscore',
    text: `lockfileVersion: 5.4

specifiers:
  '@acme/core': ^2.0.0

dependencies:
  '@acme/core': 2.1.0_tiny@1.4.0
  alias: /real/3.0.1
  part: link:packages/part

devDependencies:
  linter: 9.0.0

packages:

  /@acme/core/2.1.0_tiny@1.4.0:
    resolution: {integrity: sha512-AA==}
    dependencies:
      tiny: 1.4.0
    dev: false

  /linter/9.0.0:
    resolution: {integrity: sha512-AA==}
    dependencies:
      rules: 1.0.0
    dev: true

  /real/3.0.1:
    resolution: {integrity: sha512-AA==}
    dev: false

  /rules/1.0.0:
    resolution: {integrity: sha512-AA==}
    dev: true

  /tiny/1.4.0:
    resolution: {integrity: sha512-AA==}
    dev: false

  github.com/acme/forked/5f1c9d0aa:
    resolution: {tarball: https://codeload.github.com/acme/forked/tar.gz/5f1c9d0aa}
    name: forked
    version: 0.3.0
    dev: false

  registry.example/7zip/1.0.0:
    resolution: {integrity: sha512-AA==}
    dev: false

  registry.example/other/1.0.0:
    resolution: {integrity: sha512-AA==}
    dev: false
`,
    used: USED,
    skipped: [
      'forked: comes from a git repository, not from a registry',
      PART,
      'registry.example/7zip/1.0.0: comes from another registry, or from an address',
      'registry.example/other/1.0.0: comes from another registry, or from an address',
    ],
  },
  {
    title: 'version 6: an @, peers in brackets',
    text: `lockfileVersion: '6.0'

dependencies:
  '@acme/core':
    specifier: ^2.0.0
    version: 2.1.0(tiny@1.4.0)
  alias:
    specifier: npm:real@^3.0.0
    version: /real@3.0.1
  part:
    specifier: workspace:*
    version: link:packages/part

devDependencies:
  linter:
    specifier: ^9.0.0
    version: 9.0.0

packages:

  /@acme/core@2.1.0(tiny@1.4.0):
    resolution: {integrity: sha512-AA==}
    dependencies:
      tiny: 1.4.0

  /linter@9.0.0:
    resolution: {integrity: sha512-AA==}
    dependencies:
      rules: 1.0.0
    dev: true

  /real@3.0.1:
    resolution: {integrity: sha512-AA==}

  /rules@1.0.0:
    resolution: {integrity: sha512-AA==}
    dev: true

  /tiny@1.4.0:
    resolution: {integrity: sha512-AA==}
`,
    used: USED,
    skipped: [PART],
  },
  {
    title: 'version 9: importers, snapshots apart, and a document on pnpm before it',
    text: `lockfileVersion: '9.0'

importers:
  .: {}
---
lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      alias:
        specifier: npm:real@^3.0.0
        version: real@3.0.1
      part:
        specifier: workspace:*
        version: link:packages/part
    optionalDependencies:
      fast:
        specifier: ^1.0.0
        version: 1.0.0
    devDependencies:
      linter:
        specifier: ^9.0.0
        version: 9.0.0(tiny@1.4.0)

  packages/part:
    dependencies:
      '@acme/core':
        specifier: ^2.0.0
        version: 2.1.0(tiny@1.4.0)
      forked:
        specifier: github:acme/forked
        version: https://codeload.github.com/acme/forked/tar.gz/5f1c9d0aa

packages:

  '@acme/core@2.1.0':
    resolution: {integrity: sha512-AA==}

  forked@https://codeload.github.com/acme/forked/tar.gz/5f1c9d0aa:
    resolution: {tarball: https://codeload.github.com/acme/forked/tar.gz/5f1c9d0aa}
    version: 0.3.0

snapshots:

  '@acme/core@2.1.0(tiny@1.4.0)':
    dependencies:
      tiny: 1.4.0

  forked@https://codeload.github.com/acme/forked/tar.gz/5f1c9d0aa: {}

  fast@1.0.0: {}

  linter@9.0.0(tiny@1.4.0):
    dependencies:
      rules: 1.0.0

  real@3.0.1: {}

  rules@1.0.0: {}

  tiny@1.4.0: {}
`,
    used: USED.toSpliced(1, 0, 'pkg:npm/fast 1.0.0 direct'),
    skipped: [/^forked@https.*: comes from a git repository, not from a registry$/, PART],
  },
]);
