import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment } from '../../src/platform/environment.ts';
import { ConfigError } from '../../src/platform/errors.ts';

const NOTHING = {
  allowHosts: [],
  mirrors: new Map(),
  osvUrl: undefined,
  credentials: new Map(),
  githubToken: undefined,
  githubApiUrl: 'https://api.github.com',
  githubUrl: 'https://github.com',
  repository: undefined,
  runAt: undefined,
  site: undefined,
  model: { baseUrl: undefined, key: undefined, name: undefined, price: undefined },
};

for (const [variables, expected] of [
  [{}, {}],
  [{ TIDINGS_ALLOW_HOSTS: '', GITHUB_TOKEN: '', TIDINGS_SITE: ' ', GITHUB_API_URL: '' }, {}],
  [{ PATH: '/bin', TIDINGS_ELSE: 'x' }, {}],
  [
    {
      OPENAI_BASE_URL: ' no address ',
      OPENAI_API_KEY: 'sk-1',
      TIDINGS_MODEL: 'm',
      TIDINGS_MODEL_PRICE: '1/2',
    },
    { model: { baseUrl: 'no address', key: 'sk-1', name: 'm', price: '1/2' } },
  ],
  [
    { TIDINGS_ALLOW_HOSTS: '127.0.0.1:8080, git.corp.example,' },
    { allowHosts: ['127.0.0.1:8080', 'git.corp.example'] },
  ],
  [
    {
      TIDINGS_MIRRORS: 'https://pypi.org=https://py.corp.example/, https://index.crates.io=http://10.0.0.1/i',
    },
    {
      mirrors: new Map([
        ['https://pypi.org', 'https://py.corp.example'],
        ['https://index.crates.io', 'http://10.0.0.1/i'],
      ]),
    },
  ],
  [
    { TIDINGS_TOKEN_GITLAB_COM: ' glpat ', TIDINGS_TOKEN_GHCR_IO: '', TIDINGS_TOKENS: 'x' },
    { credentials: new Map([['TIDINGS_TOKEN_GITLAB_COM', 'glpat']]) },
  ],
  [{ TIDINGS_OSV: 'https://osv.corp.example/' }, { osvUrl: 'https://osv.corp.example' }],
  [{ GITHUB_TOKEN: 'a', GH_TOKEN: 'b' }, { githubToken: 'a' }],
  [{ GITHUB_TOKEN: '', GH_TOKEN: 'b' }, { githubToken: 'b' }],
  [{ TIDINGS_RUN_AT: '2026-11-20T10:00:00Z' }, { runAt: '2026-11-20T10:00:00Z' }],
  [{ TIDINGS_SITE: 'https://me.github.io/tidings/' }, { site: 'https://me.github.io/tidings' }],
  [
    { GITHUB_API_URL: 'https://git.corp.example/api/v3' },
    { githubApiUrl: 'https://git.corp.example/api/v3' },
  ],
  [{ GITHUB_SERVER_URL: 'http://127.0.0.1:8080/' }, { githubUrl: 'http://127.0.0.1:8080' }],
  [{ GITHUB_REPOSITORY: 'acme/my.releases' }, { repository: 'acme/my.releases' }],
] as const) {
  test(`the environment ${JSON.stringify(variables)}`, () => {
    assert.deepEqual(readEnvironment(variables), { ...NOTHING, ...expected });
  });
}

for (const [name, value] of [
  ['TIDINGS_ALLOW_HOSTS', 'https://hunter2'],
  ['TIDINGS_ALLOW_HOSTS', 'a.org,hunter2/x'],
  ['GITHUB_TOKEN', 'hunter2\nmore'],
  ['GH_TOKEN', 'hunter2 more'],
  ['TIDINGS_MIRRORS', 'hunter2'],
  ['TIDINGS_MIRRORS', 'https://pypi.org=hunter2'],
  ['TIDINGS_MIRRORS', 'https://pypi.org=https://a.example=hunter2'],
  ['TIDINGS_TOKEN_GITLAB_COM', 'hunter2\nmore'],
  ['TIDINGS_RUN_AT', 'hunter2'],
  ['TIDINGS_RUN_AT', '2026-11-20'],
  ['TIDINGS_SITE', 'hunter2.org'],
  ['GITHUB_API_URL', 'file:///hunter2'],
  ['GITHUB_SERVER_URL', 'hunter2'],
  ['GITHUB_REPOSITORY', 'hunter2'],
  ['GITHUB_REPOSITORY', 'a/b/hunter2'],
  ['GITHUB_REPOSITORY', 'a/b?hunter2'],
] as const) {
  test(`${name} must not be ${JSON.stringify(value)}`, () => {
    assert.throws(
      () => readEnvironment({ [name]: value }),
      (error: unknown) => {
        assert.ok(error instanceof ConfigError && error.remedy !== undefined);
        assert.match(error.message, new RegExp(`^environment: ${name} is not `));
        return !error.message.includes('hunter2') && error.cause === undefined;
      },
    );
  });
}

test('all malformed variables are named at once', () => {
  const message = /TIDINGS_RUN_AT is not an instant .*; GITHUB_TOKEN is not a token/;
  assert.throws(() => readEnvironment({ GITHUB_TOKEN: 'a b', TIDINGS_RUN_AT: 'x' }), { message });
});

test('the environment is that of the process, and frozen', () => {
  const environment = readEnvironment();
  assert.deepEqual(environment, readEnvironment(process.env));
  assert.equal(Object.isFrozen(environment) && Object.isFrozen(environment.allowHosts), true);
});
