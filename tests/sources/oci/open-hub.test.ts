import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oci } from '../../../src/sources/oci/oci.ts';
import { listingsOf, playScene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type HubRepositories, hubHandler } from '../../upstream/docker-hub.ts';
import { ABOUT, aTag, LIST, lookUpAndHold, play, TOOL } from './hub-scene.ts';

describe('a private repository', () => {
  const SIGN_IN = { user: 'robot', password: 'secret' };
  const world =
    (credential: typeof SIGN_IN | { token: string }): Setting['world'] =>
    (upstream) =>
      worldAt(upstream, { homes: { 'https://hub.docker.com': '' }, credential });

  test('is read after signing in', () =>
    play(
      [aTag(1)],
      async (scene) => {
        const { asked } = await lookUpAndHold(scene);
        assert.deepEqual(asked, ['POST /v2/auth/token', `${LIST}1`, ABOUT]);
      },
      SIGN_IN,
      { world: world(SIGN_IN) },
    ));

  test('is read with a token as it is', () =>
    play(
      [aTag(1)],
      async (scene) => assert.deepEqual((await lookUpAndHold(scene)).asked, [`${LIST}1`, ABOUT]),
      SIGN_IN,
      { world: world({ token: 'hub.jwt.token' }) },
    ));

  test('names the variable where the password is wrong', () =>
    play(
      [aTag(1)],
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(TOOL);
        assert.ok(fetched.status === 'failed' && fetched.error.status === 401);
        const port = new URL(origin).port;
        assert.match(fetched.error.remedy ?? '', new RegExp(`TIDINGS_TOKEN_127_0_0_1___${port} `));
      },
      SIGN_IN,
      { world: world({ user: 'robot', password: 'wrong' }) },
    ));
});

test('official images, and docker.io as a registry, are Docker Hub', async () => {
  const repositories: HubRepositories = new Map([['library/nginx', [aTag(1)]]]);
  const world: Setting['world'] = (upstream) =>
    worldAt(upstream, { homes: { 'https://hub.docker.com': '' } });
  await playScene({ source: oci, handlers: [hubHandler(repositories)], world }, async ({ lookUp }) => {
    for (const [purl, name] of [
      ['pkg:docker/nginx', 'nginx'],
      ['pkg:docker/library/nginx', 'library/nginx'],
      ['pkg:oci/nginx?repository_url=docker.io/library/nginx', 'docker.io/library/nginx'],
      ['pkg:oci/nginx?repository_url=docker.io/nginx', 'docker.io/nginx'],
      ['pkg:docker/nginx?repository_url=docker.io', 'nginx'],
    ] as const) {
      const { upstream, releases } = listingsOf((await lookUp(purl)).fetched);
      assert.equal(upstream.name, name);
      assert.equal(releases.length, 1);
    }
  });
});
