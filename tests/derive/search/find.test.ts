import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, isAsked, type Wanted } from '../../../src/derive/search/find.ts';
import { readList, type SearchProject } from '../../../src/derive/search/read-list.ts';
import { packFlags, type ReleaseFlags } from '../../../src/derive/search/release-flags.ts';
import type { ListedProject } from '../../../src/derive/search/search-list.ts';
import { sumOfFound } from '../../../src/derive/search/sum-of-found.ts';

const PATCH: ReleaseFlags = { step: 'patch', isBreaking: false, isSecurity: false, isGone: false };
const MAJOR: ReleaseFlags = { ...PATCH, step: 'major', isBreaking: true };
const SECURE: ReleaseFlags = { ...PATCH, isSecurity: true };

/** A project of releases a day apart, newest first. */
function listed(
  name: string,
  purl: string,
  tags: string[],
  releases: Record<string, ReleaseFlags>,
): ListedProject {
  const versions = Object.keys(releases);
  return {
    id: name.toLowerCase(),
    name,
    package: purl,
    tags,
    versions,
    days: versions.map((_, place) => (place === 0 ? 20_000 : 1)),
    flags: Object.values(releases).map(packFlags).join(''),
  };
}

const PROJECTS = readList({
  format: 1,
  asOf: '2026-11-01T00:00:00Z',
  notes: 0,
  projects: [
    listed('Axios', 'pkg:npm/axios', ['web'], {
      '1.21.1': PATCH,
      '1.21.0': SECURE,
      '1.2.0': PATCH,
      '1.0.0': MAJOR,
    }),
    listed('GraphQL', 'pkg:npm/%40octokit/graphql', ['web', 'api'], { '9.0.5': PATCH, '9.0.0': MAJOR }),
    listed('Kubernetes', 'pkg:github/kubernetes/kubernetes', ['infra'], {
      'v1.33.2': SECURE,
      'v1.33.0-rc.1': PATCH,
    }),
    listed('Café', 'pkg:pypi/cafe', [], { '0.1.21': PATCH }),
  ],
});

function found(wanted: Partial<Wanted>, projects: readonly SearchProject[] = PROJECTS) {
  const result = find(projects, { query: '', project: '', tag: '', kind: '', ...wanted });
  return {
    projects: result.projects.map(({ name }) => name),
    releases: result.releases.map(({ project, release }) => `${project.name} ${release.version}`),
    isGuess: result.isGuess,
  };
}

const CASES: Readonly<Record<string, readonly [projects: string[], releases: string[], isGuess?: boolean]>> =
  {
    axios: [['Axios'], []],
    'AXIOS 1.21': [[], ['Axios 1.21.1', 'Axios 1.21.0']],
    '1.21 axios': [[], ['Axios 1.21.1', 'Axios 1.21.0']],
    'axios 1.2': [[], ['Axios 1.2.0', 'Axios 1.21.1', 'Axios 1.21.0']],
    'axios v1.0.0': [[], ['Axios 1.0.0']],
    '1.33': [[], ['Kubernetes v1.33.2', 'Kubernetes v1.33.0-rc.1']],
    'kube rc': [[], ['Kubernetes v1.33.0-rc.1']],
    '@octokit/graphql': [['GraphQL'], []],
    'octokit 9': [[], ['GraphQL 9.0.5', 'GraphQL 9.0.0']],
    'pkg:npm/@octokit/graphql': [['GraphQL'], []],
    web: [['Axios', 'GraphQL'], []],
    npm: [['Axios', 'GraphQL'], []],
    cafe: [['Café'], []],
    axois: [['Axios'], [], true],
    'kuberntes 1.33.2': [[], ['Kubernetes v1.33.2'], true],
    nothing: [[], []],
    '': [[], []],
    '.* (a|x)+$ [': [[], []],
    '\u202e\u0000<script>': [[], []],
  };

for (const [query, [projects, releases, isGuess = false]] of Object.entries(CASES)) {
  test(`“${query}” finds ${[...projects, ...releases].join(', ') || 'nothing'}`, () => {
    assert.deepEqual(found({ query }), { projects, releases, isGuess });
  });
}

const FILTERED: readonly (readonly [Partial<Wanted>, projects: string[], releases: string[]])[] = [
  [{ kind: 'security' }, [], ['Kubernetes v1.33.2', 'Axios 1.21.0']],
  [{ kind: 'security', tag: 'web' }, [], ['Axios 1.21.0']],
  [{ kind: 'breaking', query: 'axios' }, ['Axios'], ['Axios 1.0.0']],
  [{ kind: 'major', query: 'kubernetes' }, [], []],
  [{ project: 'graphql' }, [], ['GraphQL 9.0.5', 'GraphQL 9.0.0']],
  [{ project: 'graphql', query: 'axios' }, [], []],
  [{ tag: 'infra', query: '1' }, [], ['Kubernetes v1.33.2', 'Kubernetes v1.33.0-rc.1']],
  [{ kind: 'none of ours' }, [], []],
];

for (const [wanted, projects, releases] of FILTERED) {
  test(`${JSON.stringify(wanted)} lets ${[...projects, ...releases].join(', ') || 'nothing'} through`, () => {
    const { isGuess: _, ...rest } = found(wanted);
    assert.deepEqual(rest, { projects, releases });
  });
}

test('the order does not hang on that of the list', () => {
  for (const query of ['web', 'npm', '1', 'e']) {
    assert.deepEqual(found({ query }, PROJECTS.toReversed()), found({ query }));
  }
});

const ORDERS: Readonly<
  Record<string, readonly [query: string, better: ListedProject, worse: ListedProject]>
> = {
  'a name before a tag': ['web', listed('web', 'pkg:npm/a', [], {}), listed('Api', 'pkg:npm/b', ['web'], {})],
  'a name before a purl': ['npm', listed('my-npm', 'pkg:npm/a', [], {}), listed('Api', 'pkg:npm/b', [], {})],
  'the shorter name': ['web', listed('web-z', 'pkg:npm/a', [], {}), listed('web-aa', 'pkg:npm/b', [], {})],
};

for (const [rule, [query, better, worse]] of Object.entries(ORDERS)) {
  test(`first comes ${rule}`, () => {
    const list = readList({ format: 1, asOf: '2026-11-01T00:00:00Z', notes: 0, projects: [worse, better] });
    assert.deepEqual(found({ query }, list).projects, [better.name, worse.name]);
  });
}

test('10,000 characters are a search like any other', () => {
  for (const query of ['x'.repeat(10_000), 'a '.repeat(5000), 'é'.repeat(10_000), '('.repeat(10_000)]) {
    assert.deepEqual(found({ query }).releases, []);
  }
});

test('only what is typed or chosen asks for something', () => {
  const nothing: Wanted = { query: ' ', project: '', tag: '', kind: '' };
  assert.equal(isAsked(nothing), false);
  assert.equal(isAsked({ ...nothing, query: 'x' }), true);
  assert.equal(isAsked({ ...nothing, tag: 'web' }), true);
});

test('a sentence says what was found', () => {
  const sum = (query: string, notes?: number, problems?: readonly string[]) =>
    sumOfFound(find(PROJECTS, { query, project: '', tag: '', kind: '' }), notes, problems);
  assert.equal(sum('axios'), 'Found 1 project.');
  assert.equal(sum('axios 1.21', 1), 'Found 2 versions and notes of 1 release.');
  assert.equal(
    sum('axois', 1234),
    'Nothing is called that, but something like it: 1 project and notes of 1,234 releases.',
  );
  assert.equal(sum('nothing', 0), 'Nothing was found. Fewer or shorter words find more.');
  assert.equal(sum('axios', 0, ['No luck.']), 'Found 1 project. No luck.');
  assert.equal(sum('nothing', 0, ['No luck.', 'None.']), 'No luck. None.');
});
