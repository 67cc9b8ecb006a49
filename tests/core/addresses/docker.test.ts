import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

describe('pages of Docker Hub', () => {
  for (const [purl, project] of [
    ['pkg:docker/nginx', 'https://hub.docker.com/_/nginx'],
    ['pkg:docker/library/nginx', 'https://hub.docker.com/_/nginx'],
    ['pkg:docker/nginx?repository_url=docker.io', 'https://hub.docker.com/_/nginx'],
    ['pkg:docker/grafana/grafana', 'https://hub.docker.com/r/grafana/grafana'],
    ['pkg:docker/acme/tool?repository_url=gcr.io', undefined],
  ] as const) {
    test(purl, () => {
      const pkg = parsePackage(purl);
      const tags = project && `${project}/tags?name=1.0-a%26b%23`;
      assert.equal(projectUrl(pkg), project);
      assert.equal(releaseUrl(pkg, '1.0-a&b#'), tags);
      assert.equal(comparisonUrl(pkg, '1', '2'), undefined);
    });
  }
});

describe('a pasted address of Docker Hub', () => {
  for (const [address, purl] of [
    ['https://hub.docker.com/_/nginx', 'pkg:docker/nginx'],
    ['https://hub.docker.com/_/nginx/tags?name=1.27', 'pkg:docker/nginx'],
    ['https://hub.docker.com/r/library/nginx/', 'pkg:docker/nginx'],
    ['http://www.hub.docker.com/r/grafana/grafana/', 'pkg:docker/grafana/grafana'],
    ['https://hub.docker.com/r/grafana/grafana/tags', 'pkg:docker/grafana/grafana'],
    ['https://hub.docker.com/repository/docker/acme/tool/general', 'pkg:docker/acme/tool'],
    ['https://hub.docker.com/layers/acme/tool/1.0/images/sha256-abc', 'pkg:docker/acme/tool'],
    [
      'https://hub.docker.com/layers/library/nginx/1.27/images/sha256-abc?context=explore',
      'pkg:docker/nginx',
    ],
    ['https://docker.io/nginx', 'pkg:docker/nginx'],
    ['https://docker.io/library/nginx:1.27', 'pkg:docker/nginx'],
    ['https://index.docker.io/acme/tool@sha256:abc', 'pkg:docker/acme/tool'],
    ['https://hub.docker.com/', undefined],
    ['https://hub.docker.com/_', undefined],
    ['https://hub.docker.com/_/', undefined],
    ['https://hub.docker.com/r/grafana', undefined],
    ['https://hub.docker.com/u/grafana', undefined],
    ['https://hub.docker.com/search?q=nginx', undefined],
    ['https://hub.docker.com/r/a%2Fb/c', undefined],
    ['https://hub.docker.com/r/a/%2e%2e%2f', undefined],
    ['https://hub.docker.com.evil.example/_/nginx', undefined],
    ['https://docker.io/', undefined],
  ] as const) {
    test(address, () => assert.equal(purlOfAddress(address), purl));
  }
});
