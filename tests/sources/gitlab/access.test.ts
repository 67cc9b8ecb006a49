import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeProject } from '../../upstream/gitlab-project.ts';
import { PURL, settingOf, versionsOf } from './gitlab-scene.ts';

describe('access to GitLab', () => {
  test('a private project is gone for whom it is not shown to, and the reason names the variable', async () => {
    await playScene(
      settingOf([makeProject('acme/tool')], { token: 'secret' }),
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'gone');
        const port = new URL(origin).port;
        assert.match(
          fetched.reason,
          new RegExp(`if it is private, set TIDINGS_TOKEN_127_0_0_1___${port} to a token`),
        );
      },
    );
  });

  test('a token that does not help is not asked for again', async () => {
    const setting = {
      ...settingOf([]),
      world: (upstream: Parameters<typeof worldAt>[0]) =>
        worldAt(upstream, { homes: { 'https://gitlab.com': '' }, credential: { token: 'x' } }),
    };
    await playScene(setting, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'gone' && !fetched.reason.includes('TIDINGS'));
    });
  });

  test('another server is asked where the purl names it, below its path', async () => {
    const homes = { 'https://gitlab.example.com/git': '' };
    const setting = { ...settingOf([makeProject('acme/tool')]), world: worldWith(homes) };
    await playScene(setting, async ({ lookUp }) => {
      const { fetched } = await lookUp(`${PURL}?repository_url=gitlab.example.com/git`);
      assert.equal(versionsOf(fetched).length, 3);
    });
  });

  test('a name stays one segment of the path', async () => {
    for (const name of ['a?b', 'a#b', 'a%2F..%2F..%2Fuser', 'a b', 'ä', '%25']) {
      const purl = `pkg:gitlab/acme/${encodeURIComponent(decodeURIComponent(name))}`;
      const path = `acme/${parsePackage(purl).name}`;
      await playScene(settingOf([makeProject(path)]), async ({ lookUp, asked }) => {
        assert.equal(versionsOf((await lookUp(purl)).fetched).length, 3, name);
        for (const request of asked) {
          assert.equal(request.path.split('/')[4], encodeURIComponent(path), name);
        }
      });
    }
  });
});

function worldWith(homes: Readonly<Record<string, string>>) {
  return (upstream: Parameters<typeof worldAt>[0]) => worldAt(upstream, { homes });
}
