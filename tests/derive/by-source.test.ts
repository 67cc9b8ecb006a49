import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { bySource } from '../../src/derive/by-source.ts';
import { aProject } from '../build-release.ts';

const of = (...purls: readonly string[]) =>
  bySource(purls.map((purl) => ({ project: aProject({ package: parsePackage(purl) }) }))).map(
    ({ type, views }) => [type, ...views.map(({ project }) => project.package.purl)],
  );

test('projects by source stand in the order of the types, and keep their own', () => {
  assert.deepEqual(of('pkg:npm/b', 'pkg:cargo/c', 'pkg:npm/a'), [
    ['cargo', 'pkg:cargo/c'],
    ['npm', 'pkg:npm/b', 'pkg:npm/a'],
  ]);
});

test('where all are of one source, there are no parts', () => {
  assert.deepEqual(of('pkg:npm/b', 'pkg:npm/a'), []);
  assert.deepEqual(of(), []);
});
