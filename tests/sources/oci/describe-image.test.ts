import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Upstream } from '../../../src/core/upstream.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { buildImage, type ImagePlan, type OciImage } from '../../upstream/oci-image.ts';
import type { Repositories } from '../../upstream/oci-registry.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { atRegistry, hold, TOOL } from './oci-setting.ts';

const KEY = 'org.opencontainers.image';
const COMMIT = 'c0ffee'.repeat(7).slice(0, 40);
const NAME = 'registry.example/acme/tool';
const TWO = ['linux/arm64', 'linux/amd64'];

async function about(plan: Omit<ImagePlan, 'content'>, tag = '1.2.0') {
  const image = await buildImage({ content: 'x', ...plan });
  return aboutImage(image, tag);
}

async function aboutImage(image: OciImage, tag: string, fault?: (asked: Asked) => Fault | undefined) {
  const repositories: Repositories = new Map([['acme/tool', new Map([[tag, image]])]]);
  let seen: { upstream: Upstream; commit?: string | undefined; dropped: number } = {
    upstream: {},
    dropped: 0,
  };
  await playScene(atRegistry(repositories, {}, fault && { fault }), async ({ lookUp }) => {
    const { upstream, releases, dropped } = listingsOf((await lookUp(TOOL)).fetched);
    seen = { upstream, commit: releases[0]?.commit, dropped };
  });
  return seen;
}

describe('what an image says of itself', () => {
  test('stands in its labels', async () => {
    const labels = {
      [`${KEY}.source`]: 'https://github.com/acme/tool.git',
      [`${KEY}.url`]: 'https://acme.example/',
      [`${KEY}.licenses`]: 'Apache-2.0',
      [`${KEY}.description`]: ' A tool ',
      [`${KEY}.revision`]: COMMIT,
      [`${KEY}.version`]: 'v1.2.0',
      [`${KEY}.created`]: '2026-01-01T00:00:00Z',
    };
    assert.deepEqual(await about({ labels }), {
      upstream: {
        name: NAME,
        description: 'A tool',
        license: 'Apache-2.0',
        homepage: 'https://acme.example/',
        repository: 'https://github.com/acme/tool',
      },
      commit: COMMIT,
      dropped: 0,
    });
  });

  test('is read of the index first, then of the manifest, then of the labels', async () => {
    const { upstream } = await about({
      platforms: TWO,
      indexAnnotations: { [`${KEY}.description`]: 'of the index' },
      annotations: { [`${KEY}.description`]: 'of the manifest', [`${KEY}.licenses`]: 'of the manifest' },
      labels: { [`${KEY}.licenses`]: 'of the labels', [`${KEY}.url`]: 'https://labels.example/' },
    });
    assert.deepEqual(upstream, {
      name: NAME,
      description: 'of the index',
      license: 'of the manifest',
      homepage: 'https://labels.example/',
    });
  });

  test('may be said in older words', async () => {
    const labels = {
      'org.label-schema.vcs-url': 'https://github.com/acme/tool',
      'org.label-schema.vcs-ref': 'abcdef1',
      'org.label-schema.description': 'older',
    };
    const { upstream, commit } = await about({ labels });
    assert.deepEqual(
      [upstream.repository, upstream.description, commit],
      ['https://github.com/acme/tool', 'older', 'abcdef1'],
    );
  });

  for (const [version, tag, isOwn] of [
    ['22.04', '1.2.0', false],
    ['1.2.0', 'v1.2.0', true],
    ['1.2', '1.2.0-alpine', true],
    ['1.2.0', '1.2', true],
    ['', '1.2.0', true],
  ] as const) {
    test(`labels of version “${version}” are ${isOwn ? '' : 'not '}those of ${tag}`, async () => {
      const labels = { [`${KEY}.version`]: version, [`${KEY}.description`]: 'words' };
      assert.equal((await about({ labels }, tag)).upstream.description, isOwn ? 'words' : undefined);
    });
  }

  for (const [platform, others] of [
    ['linux/amd64', ['linux/arm64']],
    ['linux/s390x', ['unknown/unknown']],
    ['windows/amd64', ['unknown/unknown']],
  ] as const) {
    test(`is taken from ${platform} rather than from ${others.join(' and ')}`, async () => {
      const labelsOf = { [platform]: { [`${KEY}.description`]: 'words' } };
      const { upstream } = await about({ platforms: [...others, platform], labelsOf });
      assert.equal(upstream.description, 'words');
    });
  }

  for (const revision of ['main', 'ABCDEF1', 'abc', '']) {
    test(`has no commit “${revision}”`, async () => {
      assert.equal((await about({ labels: { [`${KEY}.revision`]: revision } })).commit, undefined);
    });
  }
});

const reply = (body: string): Fault => ({
  status: 200,
  headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' },
  body,
});
const isManifest = ({ method, path }: Asked) => method === 'GET' && path.includes('/manifests/');

describe('what cannot be read of an image', () => {
  for (const [name, body] of [
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['nothing', '{}'],
    ['a number', '7'],
    ['malformed parts', '{"annotations":[1],"manifests":[7,{"digest":"../x"}],"config":{"digest":"x?y"}}'],
  ] as const) {
    test(`is left out: ${name}`, async () => {
      const image = await buildImage({ content: 'x' });
      const seen = await aboutImage(image, '1.0.0', (asked) => (isManifest(asked) ? reply(body) : undefined));
      assert.deepEqual(seen, { upstream: { name: NAME }, commit: undefined, dropped: 0 });
    });
  }

  for (const [status, isAskedAgain] of [
    [404, false],
    [503, true],
  ] as const) {
    test(`is what is held; ${status} is asked for again: ${isAskedAgain}`, async () => {
      const labels = { [`${KEY}.description`]: 'words' };
      const image = await buildImage({ content: 'x', labels });
      const repositories: Repositories = new Map([['acme/tool', new Map([['1.0.0', image]])]]);
      let isDown = false;
      const fault = (asked: Asked) => (isDown && isManifest(asked) ? { status } : undefined);
      await playScene(atRegistry(repositories, {}, { fault }), async ({ lookUp }) => {
        const first = hold(listingsOf((await lookUp(TOOL)).fetched));
        isDown = true;
        repositories.get('acme/tool')?.set('1.1.0', await buildImage({ content: 'y', labels }));
        const { fetched } = await lookUp(TOOL, { held: first });
        assert.equal(listingsOf(fetched).upstream.description, 'words');
        assert.equal(listingsOf(fetched).dropped, isAskedAgain ? 1 : 0, 'else no absence could ever be seen');
        const { asked } = await lookUp(TOOL, { held: hold(listingsOf(fetched), first) });
        assert.equal(
          asked.some((one) => one.startsWith('GET') && one.includes('/manifests/')),
          isAskedAgain,
        );
      });
    });
  }
});
