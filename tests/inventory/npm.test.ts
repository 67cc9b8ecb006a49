import { testFormat } from './test-format.ts';

const FOLDER = 'is a folder or file, not a release of a registry';
const GIT = 'comes from a git repository, not from a registry';

const TREE = {
  name: 'app',
  version: '1.0.0',
  lockfileVersion: 1,
  dependencies: {
    '@acme/core': {
      version: '2.1.0',
      requires: { tiny: '^1.0.0' },
      dependencies: { tiny: { version: '1.4.0' } },
    },
    alias: { version: 'npm:real@3.0.1' },
    forked: { version: 'git+ssh://git@git.example/acme/forked.git#5f1c9d0' },
    here: { version: 'file:../here' },
    linter: { version: '9.0.0', dev: true, requires: { tiny: '^2.0.0' } },
    tiny: { version: '2.0.0', dev: true },
  },
};

const PLACES = {
  name: 'app',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': {
      name: 'app',
      workspaces: ['packages/*'],
      dependencies: { '@acme/core': '^2.0.0', alias: 'npm:real@^3.0.0', forked: 'github:acme/forked' },
      devDependencies: { linter: '^9.0.0' },
      optionalDependencies: { fast: '^1.0.0' },
    },
    'node_modules/@acme/core': {
      version: '2.1.0',
      integrity: 'sha512-AA==',
      dependencies: { tiny: '^1.0.0' },
    },
    'node_modules/@acme/core/node_modules/tiny': { version: '1.4.0' },
    'node_modules/alias': { name: 'real', version: '3.0.1' },
    'node_modules/fast': { version: '1.0.0', optional: true },
    'node_modules/forked': { version: '0.3.0', resolved: 'git+ssh://git@github.com/acme/forked.git#5f1c9d0' },
    'node_modules/linter': { version: '9.0.0', dev: true },
    'node_modules/part': { resolved: 'packages/part', link: true },
    'node_modules/tiny': { version: '2.0.0', dev: true },
    'packages/part': {
      name: 'part',
      version: '0.0.0',
      dependencies: { own: '^1.0.0', linter: '^9.0.0', tiny: '^5.0.0' },
    },
    'packages/part/node_modules/own': {
      version: '1.1.0',
      resolved: 'https://registry.example/own/-/own-1.1.0.tgz',
    },
    'packages/part/node_modules/tiny': { version: '5.0.0' },
  },
};

testFormat('npm', [
  {
    title: 'version 1: below one another; direct is what no other needs',
    text: JSON.stringify(TREE, undefined, 2),
    used: [
      'pkg:npm/%40acme/core 2.1.0 direct',
      'pkg:npm/linter 9.0.0 direct dev',
      'pkg:npm/real 3.0.1 direct',
      'pkg:npm/tiny 1.4.0',
      'pkg:npm/tiny 2.0.0 dev',
    ],
    skipped: [`forked: ${GIT}`, `here: ${FOLDER}`],
  },
  {
    title: 'version 3: places; direct is what the root and the workspaces ask for',
    name: 'npm-shrinkwrap.json',
    text: JSON.stringify(PLACES, undefined, 2),
    used: [
      'pkg:npm/%40acme/core 2.1.0 direct',
      'pkg:npm/fast 1.0.0 direct',
      'pkg:npm/linter 9.0.0 direct dev',
      'pkg:npm/own 1.1.0 direct',
      'pkg:npm/real 3.0.1 direct',
      'pkg:npm/tiny 1.4.0',
      'pkg:npm/tiny 2.0.0 dev',
      'pkg:npm/tiny 5.0.0 direct',
    ],
    skipped: [`forked: ${GIT}`, 'part: is a link to a folder of the project'],
  },
  {
    title: 'version 2 has both: the places count',
    text: JSON.stringify({
      ...PLACES,
      lockfileVersion: 2,
      packages: { 'node_modules/a': { version: '1.0.0' } },
      dependencies: { b: { version: '2.0.0' } },
    }),
    used: ['pkg:npm/a 1.0.0'],
  },
  {
    title: 'the file of a tarball’s own address is no release of the registry',
    text: JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '*', b: '*' } },
        'node_modules/a': { version: '1.0.0', resolved: 'https://files.example/a.tgz' },
        'node_modules/b': { version: '1.0.0', resolved: 'file:../b' },
      },
    }),
    used: [],
    skipped: ['a: comes from an address of its own, not from a registry', `b: ${FOLDER}`],
  },
]);

testFormat('bun', [
  {
    title: 'workspaces, an alias, a package below a package, commas at the end and comments',
    text: `{
  // written by Bun
  "lockfileVersion": 1,
  "workspaces": {
    "": { "name": "app", "dependencies": { "a": "^1.0.0", "alias": "npm:real@^3.0.0", "part": "workspace:*", }, "devDependencies": { "linter": "^9.0.0", }, },
    "packages/part": { "name": "part", "dependencies": { "tiny": "^5.0.0", }, },
  },
  "packages": {
    "a": ["a@1.2.0", "", { "dependencies": { "tiny": "^1.0.0", "@acme/deep": "1" } }, "sha512-AA=="],
    "a/@acme/deep": ["@acme/deep@1.0.0", "", {}, "sha512-AA=="],
    "a/tiny": ["tiny@1.4.0", "", {}, "sha512-AA=="],
    "alias": ["real@3.0.1", "", {}, "sha512-/*,}*/=="],
    "forked": ["forked@github:acme/forked#5f1c9d0", {}, "acme-forked-5f1c9d0"],
    "linter": ["linter@9.0.0", "", { "dependencies": { "tiny": "^2.0.0", "@acme/rules": "1" } }, "sha512-AA=="],
    "linter/@acme/rules": ["@acme/rules@1.0.0", "", {}, "sha512-AA=="],
    "part": ["part@workspace:packages/part"],
    "part/tiny": ["tiny@5.0.0", "", {}, "sha512-AA=="],
    "tiny": ["tiny@2.0.0", "", {}, "sha512-AA=="],
  },
}
`,
    used: [
      'pkg:npm/%40acme/deep 1.0.0',
      'pkg:npm/%40acme/rules 1.0.0 dev',
      'pkg:npm/a 1.2.0 direct',
      'pkg:npm/linter 9.0.0 direct dev',
      'pkg:npm/real 3.0.1 direct',
      'pkg:npm/tiny 1.4.0',
      'pkg:npm/tiny 2.0.0 dev',
      'pkg:npm/tiny 5.0.0 direct',
    ],
    skipped: [`forked: ${GIT}`, `part: ${FOLDER}`],
  },
]);
