import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  authorization,
  credentialVariable,
  isCredentialVariable,
  readCredentials,
  secretsIn,
} from '../../src/platform/credential.ts';

describe('the variable of a host', () => {
  for (const [host, variable] of [
    ['gitlab.com', 'TIDINGS_TOKEN_GITLAB_COM'],
    ['GitLab.example.com', 'TIDINGS_TOKEN_GITLAB_EXAMPLE_COM'],
    ['git-lab.com', 'TIDINGS_TOKEN_GIT__LAB_COM'],
    ['git.lab.com', 'TIDINGS_TOKEN_GIT_LAB_COM'],
    ['127.0.0.1:5000', 'TIDINGS_TOKEN_127_0_0_1___5000'],
  ] as const) {
    test(host, () => {
      assert.equal(credentialVariable(host), variable);
      assert.equal(isCredentialVariable(variable), true);
    });
  }

  test('is told from others', () => {
    assert.equal(isCredentialVariable('TIDINGS_TOKENS'), false);
    assert.equal(isCredentialVariable('GITHUB_TOKEN'), false);
  });
});

describe('a credential', () => {
  const credentials = readCredentials(
    new Map([
      ['TIDINGS_TOKEN_GITLAB_COM', 'glpat-1'],
      ['TIDINGS_TOKEN_GHCR_IO', 'me:pass:word'],
    ]),
  );

  test('is a token, or a user and a password', () => {
    assert.deepEqual(credentials('gitlab.com'), { token: 'glpat-1' });
    assert.deepEqual(credentials('ghcr.io'), { user: 'me', password: 'pass:word' });
    assert.equal(credentials('gitlab.com:8443'), undefined, 'another port is another host');
  });

  test('as a header', () => {
    assert.equal(authorization(undefined), undefined);
    assert.equal(authorization(credentials('gitlab.com')), 'Bearer glpat-1');
    assert.equal(authorization(credentials('gitlab.com'), 'token'), 'token glpat-1');
    assert.equal(authorization(credentials('ghcr.io')), `Basic ${btoa('me:pass:word')}`);
  });

  test('hides in all its forms', () => {
    assert.deepEqual(secretsIn('glpat-1'), ['glpat-1', btoa('glpat-1')]);
    assert.deepEqual(secretsIn('me:pass:word'), ['me:pass:word', 'pass:word', btoa('me:pass:word')]);
  });
});
