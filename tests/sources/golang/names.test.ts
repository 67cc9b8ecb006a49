import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { highest, incompatibleMajor, isGoVersion } from '../../../src/sources/golang/go-version.ts';
import { escapePart, moduleOf, namesOneMajor } from '../../../src/sources/golang/module-path.ts';

describe('a module', () => {
  const cases: [string, number | undefined, string, string][] = [
    ['github.com/BurntSushi/toml', undefined, 'github.com/BurntSushi/toml', 'github.com/!burnt!sushi/toml'],
    ['github.com/BurntSushi/toml', 2, 'github.com/BurntSushi/toml/v2', 'github.com/!burnt!sushi/toml/v2'],
    ['gopkg.in/yaml.v3', undefined, 'gopkg.in/yaml.v3', 'gopkg.in/yaml.v3'],
    ['a.example/x%3Fy%23z', undefined, 'a.example/x?y#z', 'a.example/x%3Fy%23z'],
    ['a.example/x%2F..%2F..%2Fy', undefined, 'a.example/x/../../y', 'a.example/x%2F..%2F..%2Fy'],
  ];
  for (const [purl, major, path, address] of cases) {
    test(`${purl} ${major ?? ''}`, () =>
      assert.deepEqual(moduleOf(parsePackage(`pkg:golang/${purl}`), major), { path, address, major }));
  }

  test('may name one major version by itself', () => {
    for (const path of ['a.example/b/v2', 'a.example/b/v10', 'gopkg.in/yaml.v3', 'gopkg.in/a/b.v1'])
      assert.equal(namesOneMajor(path), true, path);
    for (const path of ['a.example/b', 'a.example/v2/b', 'a.example/b/v2beta', 'gopkg.in.example/b.v1'])
      assert.equal(namesOneMajor(path), false, path);
  });
});

describe('a version', () => {
  test('is escaped as a proxy wants it', () => {
    assert.equal(escapePart('v2.0.0-RC1+incompatible'), 'v2.0.0-!r!c1+incompatible');
    assert.equal(escapePart('v1/2'), 'v1%2F2');
  });

  for (const [text, expected] of [
    ['v1.0.0', true],
    ['v0.0.0-20180609054337-500bd5b9081b', true],
    ['v17.0.0+incompatible', true],
    ['v1.0.0-rc.1', true],
    ['1.0.0', false],
    ['v1', false],
    ['v1.0.0/../x', false],
    ['v1.0.0?x', false],
    ['v1.0.0 v1.1.0', false],
    [`v1.0.0-${'x'.repeat(255)}`, false],
    ['<html>', false],
    ['', false],
  ] as const) {
    test(`${text.slice(0, 40)} is ${expected ? 'one' : 'none'}`, () =>
      assert.equal(isGoVersion(text), expected));
  }

  test('is +incompatible with a major of its own', () => {
    assert.equal(incompatibleMajor('v17.1.0+incompatible'), 17);
    assert.equal(incompatibleMajor('v17.1.0'), undefined);
  });

  for (const [versions, expected] of [
    [['v1.9.0', 'v1.10.0', 'v1.2.0'], 'v1.10.0'],
    [['v1.0.0', 'v1.1.0-rc.1'], 'v1.0.0'],
    [['v1.0.0', 'v2.0.0+incompatible'], 'v1.0.0'],
    [['v1.0.0-rc.1', 'v1.0.0-rc.2'], 'v1.0.0-rc.2'],
    [['v2.0.0+incompatible'], 'v2.0.0+incompatible'],
    [[], undefined],
  ] as const) {
    test(`the highest of ${versions.join(', ') || 'none'}`, () => assert.equal(highest(versions), expected));
  }
});
