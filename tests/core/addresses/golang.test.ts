import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const TOML = parsePackage('pkg:golang/github.com/BurntSushi/toml');

test('pages of a Go module', () => {
  assert.equal(projectUrl(TOML), 'https://pkg.go.dev/github.com/BurntSushi/toml');
  assert.equal(
    projectUrl(parsePackage('pkg:golang/acme.example/tool%3Fx')),
    'https://pkg.go.dev/acme.example/tool%3Fx',
  );
  assert.equal(projectUrl(parsePackage('pkg:golang/a.example/b?repository_url=proxy.example')), undefined);
  assert.equal(
    releaseUrl(parsePackage('pkg:golang/a.example/b?repository_url=proxy.example'), 'v1.0.0'),
    undefined,
  );
  assert.equal(comparisonUrl(TOML, 'v1', 'v2'), undefined);
});

for (const [path, version, page] of [
  ['github.com/BurntSushi/toml', 'v1.5.0', 'github.com/BurntSushi/toml@v1.5.0'],
  ['a.example/b', 'v0.1.0', 'a.example/b@v0.1.0'],
  ['a.example/b', 'v2.1.0-rc.1', 'a.example/b/v2@v2.1.0-rc.1'],
  ['a.example/b', 'v10.0.0', 'a.example/b/v10@v10.0.0'],
  ['a.example/b', 'v2.0.0+incompatible', 'a.example/b@v2.0.0%2Bincompatible'],
  ['a.example/b/v2', 'v2.0.0', 'a.example/b/v2@v2.0.0'],
  ['gopkg.in/yaml.v3', 'v3.0.1', 'gopkg.in/yaml.v3@v3.0.1'],
  ['a.example/b', 'x/?#', 'a.example/b@x%2F%3F%23'],
] as const) {
  test(`the page of ${path} ${version}`, () =>
    assert.equal(releaseUrl(parsePackage(`pkg:golang/${path}`), version), `https://pkg.go.dev/${page}`));
}

for (const [address, purl] of [
  ['https://pkg.go.dev/github.com/BurntSushi/toml', 'pkg:golang/github.com/BurntSushi/toml'],
  ['https://pkg.go.dev/github.com/BurntSushi/toml/?tab=versions#x', 'pkg:golang/github.com/BurntSushi/toml'],
  ['https://pkg.go.dev/github.com/BurntSushi/toml@v1.5.0', 'pkg:golang/github.com/BurntSushi/toml'],
  [
    'https://pkg.go.dev/github.com/BurntSushi/toml@v1.5.0/internal/tz',
    'pkg:golang/github.com/BurntSushi/toml',
  ],
  ['https://pkg.go.dev/github.com/jackc/pgx/v5@v5.7.0', 'pkg:golang/github.com/jackc/pgx/v5'],
  ['https://pkg.go.dev/gopkg.in/yaml.v3', 'pkg:golang/gopkg.in/yaml.v3'],
  ['https://godoc.org/golang.org/x/tools', 'pkg:golang/golang.org/x/tools'],
  ['https://pkg.go.dev/net/http', undefined],
  ['https://pkg.go.dev/std', undefined],
  ['https://pkg.go.dev/', undefined],
  ['https://pkg.go.dev/about', undefined],
  ['https://pkg.go.dev/a.example', undefined],
  ['https://pkg.go.dev.evil.example/a.example/b', undefined],
] as const) {
  test(address, () => assert.equal(purlOfAddress(address), purl));
}
