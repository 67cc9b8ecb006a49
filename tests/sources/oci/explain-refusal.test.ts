import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError } from '../../../src/platform/errors.ts';
import { explainRefusal } from '../../../src/sources/oci/explain-refusal.ts';
import { signIn } from '../../../src/sources/oci/sign-in.ts';
import { worldAt } from '../../contract/world-at.ts';

const REGISTRY = new URL('https://registry.corp.example');

for (const status of [401, 403]) {
  test(`${status} without the credential names both variables`, () => {
    const explained = explainRefusal(new HostError('no', { status }), REGISTRY, 'git.corp.example');
    assert.ok(explained instanceof HostError && explained.status === undefined);
    assert.match(
      explained.remedy ?? '',
      /TIDINGS_TOKEN_GIT_CORP_EXAMPLE .* TIDINGS_TOKEN_REGISTRY_CORP_EXAMPLE/,
    );
  });
}

for (const [name, error, withheldFrom] of [
  ['500', new HostError('no', { status: 500 }), 'git.corp.example'],
  ['401 with the credential', new HostError('no', { status: 401 }), undefined],
  ['another error', new TypeError('no'), 'git.corp.example'],
] as const) {
  test(`${name} stays as it is`, () => assert.equal(explainRefusal(error, REGISTRY, withheldFrom), error));
}

const { http } = worldAt({ origin: '', host: '127.0.0.1', asked: [], close: async () => {} }, { homes: {} });

/** Signs in where the realm is elsewhere, and tells what was sent there. */
async function signInAt(realm: string) {
  const sent: string[] = [];
  const readJson: typeof http.readJson = async (url, request = {}) => {
    sent.push(url, JSON.stringify(request));
    return { status: 200, url, headers: new Headers(), json: { token: 'anonymous' } };
  };
  const signedIn = signIn(`Bearer realm="${realm}"`, {
    http: { ...http, readJson },
    registry: REGISTRY,
    host: REGISTRY.host,
    scope: 'repository:acme/tool:pull',
    credential: { user: 'robot', password: 'secret' },
    credentials: () => undefined,
  });
  return { sent, signedIn };
}

test('a stranger makes tokens without the credential', async () => {
  const { sent, signedIn } = await signInAt('https://gitlab.com/jwt/auth');
  assert.deepEqual(await signedIn, { authorization: 'Bearer anonymous', withheldFrom: 'gitlab.com' });
  assert.deepEqual(sent, ['https://gitlab.com/jwt/auth?scope=repository%3Aacme%2Ftool%3Apull', '{}']);
});

for (const realm of ['https://10.0.0.1/token', 'https://git.corp/token', 'http://gitlab.com/jwt/auth']) {
  test(`${realm} is not asked, although the owner may have allowed it`, async () => {
    const { sent, signedIn } = await signInAt(realm);
    await assert.rejects(signedIn, HostError);
    assert.deepEqual(sent, []);
  });
}
