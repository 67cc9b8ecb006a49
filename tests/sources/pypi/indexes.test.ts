import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pypi } from '../../../src/sources/pypi/pypi.ts';
import { HELD, listingsOf, playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeProject, pypiHandler, sha256Of } from '../../upstream/pypi.ts';
import type { Asked, Handler } from '../../upstream/upstream.ts';
import { ABOUT, PAGE, PURL, play, sourceOf } from './pypi-scene.ts';

describe('an index that unchanged pages are recognised of', () => {
  test('without ETags, by its serial', () =>
    play({ options: { hasETags: false } }, async ({ projects, lookUp }) => {
      await lookUp(PURL);
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [PAGE]]);
      projects.splice(0, 1, makeProject('tool', ['1.0', '1.1', '1.2', '1.3']));
      const third = await lookUp(PURL, { held: HELD });
      assert.deepEqual(third.asked, [PAGE, ABOUT, sourceOf('1.3')]);
      assert.equal(listingsOf(third.fetched).releases.at(-1)?.notes, '- Notes of 1.3');
    }));

  test('with an ETag that changes all the time, by its serial; not by one in which the status changed', () => {
    let turn = 0;
    const turning: Handler = async (asked, origin) => {
      const served = await pypiHandler([makeProject('tool')])({ ...asked, headers: {} }, origin);
      turn += 1;
      return served && { ...served, headers: { ...served.headers, etag: `"${turn}"` } };
    };
    return playScene(
      {
        source: pypi,
        handlers: [turning],
        world: (upstream) => worldAt(upstream, { homes: { 'https://pypi.org': '' } }),
      },
      async ({ lookUp }) => {
        await lookUp(PURL);
        assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
        assert.equal((await lookUp(PURL, { held: HELD, fresh: true })).fetched.status, 'listed');
      },
    );
  });

  test('the same serial with another status is a change', () =>
    play({ options: { hasETags: false } }, async ({ projects, lookUp }) => {
      await lookUp(PURL);
      projects.splice(0, 1, { ...makeProject('tool'), status: { status: 'archived' } });
      assert.equal(listingsOf((await lookUp(PURL, { held: HELD })).fetched).upstream.archived, true);
    }));

  test('by the serial of a header', () => {
    const serial = { 'x-pypi-last-serial': '77' };
    const handler: Handler = async (asked, origin) => {
      const project = { ...makeProject('tool'), page: { meta: {}, unknown: asked.headers['x'] } };
      const served = await pypiHandler([project], { hasETags: false })(asked, origin);
      return served && { ...served, headers: { ...served.headers, ...serial } };
    };
    return playScene(
      {
        source: pypi,
        handlers: [handler],
        world: (upstream) => worldAt(upstream, { homes: { 'https://pypi.org': '' } }),
      },
      async ({ lookUp }) => {
        await lookUp(PURL);
        const again = await lookUp(PURL, { held: HELD });
        assert.deepEqual([again.fetched.status, again.asked], ['unchanged', [PAGE]]);
      },
    );
  });

  test('without either, by what it says', () =>
    play({ options: { kind: 'html' } }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(first.asked, [PAGE, ABOUT, sourceOf('1.2')]);
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [PAGE, ABOUT]]);
    }));
});

describe('an index that refuses to choose', () => {
  test('is asked again without Accept, and at once the next time', () =>
    play({ options: { isPicky: true } }, async ({ lookUp, asked }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(first.asked, [PAGE, PAGE, ABOUT, sourceOf('1.2')]);
      assert.match(asked[0]?.headers['accept'] ?? '', /^application\/vnd\.pypi\.simple\.v1\+json, /);
      assert.equal(asked[1]?.headers['accept'], undefined);
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [PAGE]]);
    }));

  test('and refuses again, is a failure', () =>
    play({ fault: () => ({ status: 406 }) }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error.status === 406);
      assert.deepEqual(asked, [PAGE, PAGE]);
    }));
});

describe('an index of HTML', () => {
  const { files, ...rest } = makeProject('tool', ['1.0', '1!2.0b0']);
  const project = {
    ...rest,
    files: files.map((file, index) => ({
      ...file,
      isAttested: index === 0,
      ...(index === 3 && { filename: 'tool-1!2.0-beta.tar.gz' }),
      ...(index < 2 && { yanked: index === 0 ? true : 'say "no" & <go>' }),
    })),
  };

  test('gives files, digests, yanks and attestations', () =>
    play({ project, options: { kind: 'html' } }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(asked[2], 'GET /files/packages/tool-1%212.0-beta.tar.gz');
      const asset = (name: string) => ({ name, digest: `sha256:${sha256Of(name)}` });
      assert.deepEqual(listingsOf(fetched), {
        upstream: { name: 'tool' },
        releases: [
          {
            version: '1.0',
            yanked: 'say "no" & <go>',
            deprecated: false,
            provenance: 'https://peps.python.org/pep-0740/',
            assets: [asset('tool-1.0-py3-none-any.whl'), asset('tool-1.0.tar.gz')],
          },
          {
            version: '1!2.0b0',
            yanked: false,
            deprecated: false,
            assets: [asset('tool-1!2.0b0-py3-none-any.whl'), asset('tool-1!2.0-beta.tar.gz')],
          },
        ],
        complete: true,
        dropped: 0,
      });
    }));

  test('tells the status', () =>
    play(
      {
        project: { ...project, status: { status: 'deprecated', reason: 'use other' } },
        options: { kind: 'html' },
      },
      async ({ lookUp }) => {
        const { releases } = listingsOf((await lookUp(PURL)).fetched);
        assert.equal(releases[0]?.deprecated, 'use other');
      },
    ));

  test('a file of no version is counted', () =>
    play(
      { project: { files: [...files, { filename: 'other.tar.gz' }] }, options: { kind: 'html' } },
      async ({ lookUp }) => {
        assert.equal(listingsOf((await lookUp(PURL)).fetched).dropped, 1);
      },
    ));
});

describe('an index at an address of its own', () => {
  const at = async (path: string, expected: readonly string[]) => {
    const credential = { token: 'plain' };
    const below =
      (handler: Handler): Handler =>
      (asked, origin) =>
        asked.path.startsWith(path)
          ? handler({ ...asked, path: asked.path.slice(path.length) }, origin)
          : undefined;
    const handler = pypiHandler([makeProject('tool')], { authorization: 'Bearer plain' });
    // Its files are outside of its folder.
    const handlers = [below(handler), (asked: Asked, origin: string) => handler(asked, origin)];
    const world = (upstream: Parameters<typeof worldAt>[0]) => worldAt(upstream, { homes: {}, credential });
    await playScene({ source: pypi, handlers, world }, async ({ lookUp, origin }) => {
      const home = encodeURIComponent(`${origin}${path}/simple`);
      const { fetched, asked } = await lookUp(`${PURL}?repository_url=${home}`);
      assert.deepEqual(asked, expected);
      assert.equal(listingsOf(fetched).releases[0]?.notes, '- Notes of 1.0');
    });
  };

  test('with its second API beside', () =>
    at('/corp', ['GET /corp/simple/tool/', 'GET /corp/pypi/tool/json', sourceOf('1.2')]));

  test('one that is not called simple has no second API', () =>
    playScene(
      {
        source: pypi,
        handlers: [
          (asked, origin) =>
            pypiHandler([makeProject('tool')])({ ...asked, path: asked.path.replace('+', '') }, origin),
        ],
        world: (upstream) => worldAt(upstream, { homes: {} }),
      },
      async ({ lookUp, origin }) => {
        const home = encodeURIComponent(`${origin}/+simple/`);
        const { asked } = await lookUp(`${PURL}?repository_url=${home}`);
        assert.deepEqual(asked, ['GET /+simple/tool/', sourceOf('1.2')]);
      },
    ));

  test('a host that it names may not be a private one', () => {
    const element = { url: 'https://127.0.0.2:9/tool.tar.gz' };
    const { files, ...rest } = makeProject('tool');
    const project = { ...rest, files: files.map((file) => ({ ...file, element })) };
    return play({ project }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual([asked, listingsOf(fetched).releases.length], [[PAGE, ABOUT], 3]);
    });
  });
});
