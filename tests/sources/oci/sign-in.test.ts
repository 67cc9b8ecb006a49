import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Credential } from '../../../src/platform/credential.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import type { RegistryOptions } from '../../upstream/oci-registry.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { aRepository, atRegistry, TOOL } from './oci-setting.ts';

interface Case extends RegistryOptions {
  readonly credential?: Credential;
  readonly fault?: (asked: Asked) => Fault | undefined;
}

const TOKEN_REQUEST = 'GET /token?service=registry&scope=repository%3Aacme%2Ftool%3Apull';
const OWN: Credential = { user: 'robot', password: 'secret' };

async function lookUp({ credential, fault, ...options }: Case, purl = TOOL) {
  const repositories = await aRepository(['1.0.0', '1.1.0']);
  const setting = atRegistry(repositories, options, {
    ...(credential && { credential }),
    ...(fault && { fault }),
  });
  let seen = {
    failure: '',
    remedy: '',
    asked: [] as readonly string[],
    all: [] as readonly Asked[],
    releases: 0,
  };
  await playScene(setting, async (scene) => {
    const { fetched, asked } = await scene.lookUp(purl);
    seen = { ...seen, asked, all: scene.asked };
    if (fetched.status !== 'failed') seen = { ...seen, releases: listingsOf(fetched).releases.length };
    else seen = { ...seen, failure: fetched.error.message, remedy: fetched.error.remedy ?? '' };
  });
  return seen;
}

describe('a token', () => {
  test('is asked for once, by what the 401 says', async () => {
    const { asked, releases } = await lookUp({ auth: {} });
    assert.equal(releases, 2);
    assert.deepEqual(asked.slice(0, 3), [
      'GET /v2/acme/tool/tags/list?n=1000',
      TOKEN_REQUEST,
      'GET /v2/acme/tool/tags/list?n=1000',
    ]);
    assert.equal(asked.filter((one) => one.includes('/token')).length, 1);
  });

  test('is asked for again where it has run out', async () => {
    let asked = 0;
    const { releases, asked: all } = await lookUp({
      auth: {},
      token: () => (asked < 4 ? 'first' : 'second'),
      fault: () => {
        asked += 1;
        return undefined;
      },
    });
    assert.equal(releases, 2);
    assert.ok(all.filter((one) => one.includes('/token')).length > 1);
  });

  for (const [name, challenge] of [
    ['a relative realm', () => 'Bearer realm="/token",service="registry"'],
    [
      'a realm with a question',
      (origin: string) => `Bearer realm="${origin}/token?account=x",service="registry"`,
    ],
    ['two challenges', (origin: string) => `Basic realm="x", Bearer realm="${origin}/token",scope="*"`],
    ['no service', (origin: string) => `bearer realm="${origin}/token"`],
  ] as const) {
    test(`is had from ${name}`, async () => {
      assert.equal((await lookUp({ auth: {}, challenge })).releases, 2);
    });
  }

  test('asks for the right to pull where the 401 does not say', async () => {
    const { asked } = await lookUp({ auth: {}, challenge: () => 'Bearer realm="/token?a=b",scope=""' });
    assert.equal(asked[1], 'GET /token?a=b&scope=repository%3Aacme%2Ftool%3Apull');
  });

  test('may be called access_token', async () => {
    assert.equal((await lookUp({ auth: { reply: 'access_token' } })).releases, 2);
  });

  for (const token of ['', 'a b', 'a\nb']) {
    test(`${JSON.stringify(token)} is none`, async () => {
      const { failure } = await lookUp({ auth: {}, token: () => token });
      assert.match(failure, /the reply has no token/);
    });
  }
});

describe('a credential', () => {
  test('goes to the service that makes tokens, and not to the registry', async () => {
    const { releases, all } = await lookUp({ auth: { user: 'robot', password: 'secret' }, credential: OWN });
    assert.equal(releases, 2);
    const basic = all.filter(({ headers }) => headers['authorization']?.startsWith('Basic'));
    assert.deepEqual(
      basic.map(({ path }) => path),
      ['/token'],
    );
  });

  for (const [user, purl] of [
    ['token', TOOL],
    ['$oauthtoken', 'pkg:oci/tool?repository_url=quay.io/acme/tool'],
    ['oauth2accesstoken', 'pkg:oci/tool?repository_url=eu.gcr.io/acme/tool'],
  ] as const) {
    test(`that is a token has the name ${user}`, async () => {
      const auth = { user, password: 'secret' };
      assert.equal((await lookUp({ auth, credential: { token: 'secret' } }, purl)).releases, 2);
    });
  }

  test('serves as it is where the registry wants no token', async () => {
    const basic = `Basic ${Buffer.from('robot:secret').toString('base64')}`;
    const fault = ({ headers }: Asked): Fault | undefined =>
      headers['authorization'] === basic
        ? undefined
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="private"' } };
    assert.equal((await lookUp({ credential: OWN, fault })).releases, 2);
    const { failure, remedy } = await lookUp({ fault });
    assert.match(failure, /answered 401/);
    assert.match(remedy, /TIDINGS_TOKEN_127_0_0_1___\d+ /);
  });

  test('that is wrong is told with its variable', async () => {
    const auth = { user: 'robot', password: 'other' };
    const { failure, remedy } = await lookUp({ auth, credential: OWN });
    assert.match(failure, /registry\.example\/acme\/tool: 127\.0\.0\.1:\d+ answered 401/);
    assert.match(remedy, /set TIDINGS_TOKEN_127_0_0_1___\d+ to a token, or to user:password/);
  });
});

describe('a realm elsewhere', () => {
  const challenge = (origin: string) =>
    `Bearer realm="${origin.replace('127.0.0.1', 'localhost')}/token",service="registry"`;

  test('that is not public is not asked, whoever is allowed', async () => {
    const { failure, asked } = await lookUp({ auth: {}, challenge, credential: OWN });
    assert.match(failure, /is refused/);
    assert.ok(asked.every((one) => !one.includes('/token')));
  });

  for (const realm of ['file:///etc/passwd', 'http://169.254.169.254/', 'https://user:pass@evil.example/']) {
    test(`${realm} is refused`, async () => {
      const { failure } = await lookUp({ auth: {}, challenge: () => `Bearer realm="${realm}"` });
      assert.match(failure, /is refused/);
    });
  }

  test('that is none at all is another format', async () => {
    const { failure } = await lookUp({ auth: {}, challenge: () => 'Bearer realm="https://"' });
    assert.match(failure, /the address of its tokens is none/);
  });
});
