import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { createMirrors } from '../../../src/platform/mirrors.ts';
import { homeOf } from '../../../src/sources/home-of.ts';
import { imageOf } from '../../../src/sources/oci/image.ts';
import { worldAt } from '../../contract/world-at.ts';

const WORLD = worldAt({ origin: '', host: '127.0.0.1', asked: [], close: async () => {} }, { homes: {} });

function read(purl: string, pairs: readonly (readonly [string, string])[] = []) {
  const mirrors = createMirrors(new Map(pairs));
  const pkg = parsePackage(purl);
  const home = homeOf(pkg, 'https://hub.docker.com', mirrors);
  return imageOf({ package: pkg, home, world: { ...WORLD, mirrors } });
}

describe('the image of a purl', () => {
  const HUB = 'https://hub.docker.com';
  for (const [purl, host, home, name] of [
    ['pkg:docker/nginx', 'hub.docker.com', HUB, 'library/nginx'],
    ['pkg:docker/Grafana/Grafana', 'hub.docker.com', HUB, 'grafana/grafana'],
    ['pkg:docker/acme/tool?repository_url=gcr.io', 'gcr.io', 'https://gcr.io', 'acme/tool'],
    ['pkg:docker/tool?repository_url=https://r.example/a', 'r.example', 'https://r.example', 'a/tool'],
    ['pkg:oci/x?repository_url=index.docker.io/library/x', 'hub.docker.com', HUB, 'library/x'],
    ['pkg:oci/x?repository_url=docker.io/x', 'hub.docker.com', HUB, 'library/x'],
    ['pkg:oci/x?repository_url=ghcr.io/Acme/X/', 'ghcr.io', 'https://ghcr.io', 'acme/x'],
    ['pkg:oci/x?repository_url=http://127.0.0.1:5000/x', '127.0.0.1:5000', 'http://127.0.0.1:5000', 'x'],
    ['pkg:oci/x?repository_url=quay.io/a/b__c.d-e', 'quay.io', 'https://quay.io', 'a/b__c.d-e'],
  ] as const) {
    test(purl, () => assert.deepEqual(read(purl), { host, home, name }));
  }
});

describe('a mirror', () => {
  test('of a registry has the path of its proxy before the name', () => {
    const image = read('pkg:oci/x?repository_url=ghcr.io/a/x', [
      ['https://ghcr.io', 'https://m.example/ghcr'],
    ]);
    assert.deepEqual(image, { host: 'ghcr.io', home: 'https://m.example', name: 'ghcr/a/x' });
  });

  test('of Docker Hub stands for all its names', () => {
    const pairs = [['https://hub.docker.com', 'https://m.example/hub']] as const;
    for (const purl of ['pkg:docker/x', 'pkg:oci/x?repository_url=docker.io/library/x']) {
      assert.deepEqual(read(purl, pairs), {
        host: 'hub.docker.com',
        home: 'https://m.example/hub',
        name: 'library/x',
      });
    }
  });
});

describe('no image', () => {
  for (const purl of [
    'pkg:oci/x?repository_url=ghcr.io',
    'pkg:oci/x?repository_url=ghcr.io/a%2520b',
    'pkg:oci/x?repository_url=ghcr.io/a//b',
    'pkg:oci/x?repository_url=ghcr.io/-a',
    'pkg:docker/a%23b',
    'pkg:docker/a%3Fb/c',
    'pkg:docker/a%2Fb/%2e%2e%2fc',
    'pkg:docker/a%5Cb',
    `pkg:docker/${'a'.repeat(256)}`,
  ]) {
    test(purl, () => {
      assert.throws(
        () => read(purl),
        (error) => error instanceof HostError && /pkg:oci\/name\?repository_url=/.test(error.remedy ?? ''),
      );
    });
  }
});
