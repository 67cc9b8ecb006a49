import assert from 'node:assert/strict';
import { join, relative, resolve } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { InvalidPackage, type Package, parsePackage } from '../../src/core/package.ts';
import { ledgerPath, packagePath } from '../../src/store/paths.ts';
import hostile from '../fixtures/hostile/names.json' with { type: 'json' };

const TABLE: readonly (readonly [string, string])[] = [
  ['pkg:npm/axios', 'releases/npm/axios'],
  ['pkg:npm/@octokit/graphql', 'releases/npm/@octokit/graphql'],
  ['pkg:npm/JSONStream', 'releases/npm/%4a%53%4f%4e%53tream'],
  ['pkg:npm/jsonstream', 'releases/npm/jsonstream'],
  ['pkg:npm/con', 'releases/npm/con_'],
  ['pkg:github/WithAstro/Astro', 'releases/github/withastro/astro'],
  ['pkg:github/a/.github', 'releases/github/a/.github'],
  ['pkg:maven/org.slf4j/slf4j-api', 'releases/maven/org.slf4j/slf4j-api'],
  [
    'pkg:gitlab/group/project?repository_url=https://gitlab.example.com',
    'releases/gitlab/~gitlab.example.com/group/project',
  ],
  ['pkg:npm/a?repository_url=npm.example.com/b/', 'releases/npm/~npm.example.com%2fb%2f/a'],
  ['pkg:npm/%7ea', 'releases/npm/%7ea'],
  ['pkg:npm/a%402026', 'releases/npm/a%402026'],
];

function isInside(path: string): boolean {
  const below = relative(resolve('/data'), resolve('/data', path));
  return below === path && path.startsWith(join('releases', '')) && !path.split('/').includes('..');
}

const segment = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('a', 'A', 'con', '_', '.', '..', '%', '2e', '~', '@', 'é', '\0', '\\'),
    minLength: 1,
    maxLength: 4,
  }),
);

/** Any package, whether a purl can say it or not: the path must not rely on the parser. */
const anyPackage: fc.Arbitrary<Package> = fc
  .record({
    type: fc.constantFrom('npm', 'github'),
    namespace: fc.option(
      fc
        .array(
          segment.map((text) => text.replaceAll('/', '')),
          { minLength: 1, maxLength: 2 },
        )
        .map((parts) => parts.join('/')),
      { nil: undefined },
    ),
    name: segment,
    repositoryUrl: fc.option(segment, { nil: undefined }),
  })
  .map((pkg) => ({ ...pkg, purl: '' }));

function pathIfAny(pkg: Package): string | undefined {
  try {
    return packagePath(pkg);
  } catch (error) {
    assert.ok(error instanceof RangeError);
    return undefined;
  }
}

function identity({ type, namespace, name, repositoryUrl }: Package): string {
  return JSON.stringify([type, namespace, name, repositoryUrl]);
}

describe('the path of a package', () => {
  for (const [purl, path] of TABLE) {
    test(purl, () => assert.equal(packagePath(parsePackage(purl)), path));
  }

  test('is never outside', () => {
    fc.assert(
      fc.property(anyPackage, (pkg) => {
        const path = pathIfAny(pkg);
        assert.ok(path === undefined || isInside(path), path ?? '');
      }),
      { numRuns: 1000 },
    );
  });

  test('belongs to one package, even where the disk folds case and accents', () => {
    fc.assert(
      fc.property(fc.array(anyPackage, { maxLength: 30 }), (packages) => {
        const owners = new Map<string, string>();
        for (const pkg of packages) {
          const path = pathIfAny(pkg)?.toLowerCase().normalize('NFKC');
          if (path === undefined) continue;
          assert.equal(owners.get(path) ?? identity(pkg), identity(pkg), path);
          owners.set(path, identity(pkg));
        }
      }),
      { numRuns: 500 },
    );
  });

  for (const { value, why } of z.array(z.object({ value: z.string(), why: z.string() })).parse(hostile)) {
    test(`of a hostile name is refused or inside: ${why}`, () => {
      const { purl, type } = parsePackage('pkg:npm/a');
      for (const pkg of [
        { purl, type, namespace: undefined, name: value, repositoryUrl: undefined },
        { purl, type, namespace: value, name: 'a', repositoryUrl: undefined },
        { purl, type, namespace: undefined, name: 'a', repositoryUrl: value },
      ]) {
        const path = pathIfAny(pkg);
        assert.ok(path === undefined || isInside(path), path ?? '');
      }
      try {
        assert.ok(isInside(packagePath(parsePackage(`pkg:npm/${value}`))));
      } catch (error) {
        assert.ok(error instanceof InvalidPackage || error instanceof RangeError);
      }
    });
  }
});

describe('the path of the ledger', () => {
  test('is that of the UTC day', () => {
    assert.equal(ledgerPath('2026-11-20T23:59:59Z'), 'changes/2026/11/20.jsonl');
  });
});
