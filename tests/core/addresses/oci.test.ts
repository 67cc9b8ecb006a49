import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const at = (place: string) => `pkg:oci/${place.split('/').at(-1)}?repository_url=${place}`;

describe('pages of images', () => {
  for (const [place, project, release] of [
    ['ghcr.io/acme/tool', 'https://ghcr.io/acme/tool', undefined],
    [
      'quay.io/acme/tool',
      'https://quay.io/repository/acme/tool',
      'https://quay.io/repository/acme/tool?tab=tags&tag=1%26',
    ],
    [
      'docker.io/library/nginx',
      'https://hub.docker.com/_/nginx',
      'https://hub.docker.com/_/nginx/tags?name=1%26',
    ],
    [
      'docker.io/acme/tool',
      'https://hub.docker.com/r/acme/tool',
      'https://hub.docker.com/r/acme/tool/tags?name=1%26',
    ],
    ['public.ecr.aws/acme/tool', 'https://gallery.ecr.aws/acme/tool', undefined],
    ['mcr.microsoft.com/dotnet/sdk', 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk', undefined],
    ['registry.k8s.io/kube-apiserver', undefined, undefined],
    ['registry.example/acme/tool', undefined, undefined],
    ['http://ghcr.io/acme/tool', undefined, undefined],
  ] as const) {
    test(place, () => {
      const pkg = parsePackage(at(place));
      assert.equal(projectUrl(pkg), project);
      assert.equal(releaseUrl(pkg, '1&'), release);
      assert.equal(comparisonUrl(pkg, '1', '2'), undefined);
    });
  }

  test('ghcr.io alone is none', () => {
    const pkg = parsePackage('pkg:oci/tool?repository_url=ghcr.io');
    assert.equal(projectUrl(pkg), undefined);
    assert.equal(releaseUrl(pkg, '1'), undefined);
  });

  test('names are encoded', () => {
    const pkg = parsePackage('pkg:oci/x?repository_url=ghcr.io/a%22b/x');
    assert.equal(projectUrl(pkg), 'https://ghcr.io/a%22b/x');
  });
});

describe('a pasted address of an image', () => {
  for (const [address, place] of [
    ['https://quay.io/repository/prometheus/node-exporter', 'quay.io/prometheus/node-exporter'],
    ['https://quay.io/repository/acme/tool?tab=tags', 'quay.io/acme/tool'],
    ['https://quay.io/repository/acme/tool/manifest/sha256:abc', 'quay.io/acme/tool'],
    ['https://ghcr.io/acme/tool', 'ghcr.io/acme/tool'],
    ['https://ghcr.io/Acme/charts/tool:1.0', 'ghcr.io/acme/charts/tool'],
    ['https://ghcr.io/acme/tool@sha256:abc', 'ghcr.io/acme/tool'],
    ['https://github.com/orgs/acme/packages/container/package/tool', 'ghcr.io/acme/tool'],
    ['https://github.com/orgs/acme/packages/container/package/charts%2Ftool', 'ghcr.io/acme/charts/tool'],
    ['https://github.com/orgs/acme/packages/container/tool/versions', 'ghcr.io/acme/tool'],
    ['https://github.com/users/me/packages/container/package/tool', 'ghcr.io/me/tool'],
    ['https://github.com/acme/repo/pkgs/container/tool', 'ghcr.io/acme/tool'],
    ['https://www.github.com/acme/repo/pkgs/container/charts%2Ftool/123?tag=1', 'ghcr.io/acme/charts/tool'],
    ['https://registry.k8s.io/kube-apiserver', 'registry.k8s.io/kube-apiserver'],
    ['https://gcr.io/distroless/static', 'gcr.io/distroless/static'],
    ['https://eu.gcr.io/acme/tool', 'eu.gcr.io/acme/tool'],
    ['https://europe-docker.pkg.dev/p/r/tool', 'europe-docker.pkg.dev/p/r/tool'],
    ['https://public.ecr.aws/acme/tool', 'public.ecr.aws/acme/tool'],
    ['https://gallery.ecr.aws/acme/tool', 'public.ecr.aws/acme/tool'],
    ['https://mcr.microsoft.com/dotnet/sdk', 'mcr.microsoft.com/dotnet/sdk'],
    ['https://mcr.microsoft.com/en-us/artifact/mar/dotnet/sdk/about', 'mcr.microsoft.com/dotnet/sdk'],
    ['https://mcr.microsoft.com/product/dotnet/sdk/tags', 'mcr.microsoft.com/dotnet/sdk'],
    ['https://registry.gitlab.com/group/project', 'registry.gitlab.com/group/project'],
    ['https://cgr.dev/chainguard/nginx', 'cgr.dev/chainguard/nginx'],
  ] as const) {
    test(address, () => assert.equal(purlOfAddress(address), at(place)));
  }

  for (const [address, purl] of [
    ['https://quay.io/organization/acme', undefined],
    ['https://quay.io/repository/acme', undefined],
    ['https://ghcr.io/', undefined],
    ['https://gallery.ecr.aws/acme', undefined],
    ['https://ghcr.io/a/b%26c', undefined],
    ['https://ghcr.io/a/b&repository_url=evil.example', undefined],
    ['https://ghcr.io/a/%2e%2e%2fb', undefined],
    ['https://notghcr.io/acme/tool', undefined],
    ['https://pkg.dev/acme/tool', undefined],
    ['https://mcr.microsoft.com/en-us/artifact/mar', undefined],
    ['https://github.com/acme/repo/pkgs/npm/tool', 'pkg:github/acme/repo'],
    ['https://github.com/acme/repo', 'pkg:github/acme/repo'],
  ] as const) {
    test(`${address} is ${purl ?? 'none'}`, () => assert.equal(purlOfAddress(address), purl));
  }
});
