import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { refuseUnpushed } from '../../src/pipeline/refuse-unpushed.ts';
import type { Workspace } from '../../src/pipeline/workspace.ts';
import { aProject } from '../build-release.ts';

function following(...names: readonly string[]): Workspace {
  const projects = names.map((name) => aProject({ id: name, package: parsePackage(`pkg:npm/${name}`) }));
  return { root: '', data: '', cache: '', projects };
}

test('a package that is wanted, and followed here alone, is told with what to do', () => {
  const refuse = () =>
    refuseUnpushed(
      new Set(['pkg:npm/new', 'pkg:npm/a']),
      following('a', 'new'),
      following('a'),
      'origin/main',
    );
  assert.throws(refuse, {
    name: 'ConfigError',
    message: 'pkg:npm/new: in a watchlist here, but in none of origin/main',
  });
});

test('what is not wanted, or followed there, or nowhere, is none of its business', () => {
  refuseUnpushed(undefined, following('a', 'new'), following('a'), 'main');
  refuseUnpushed(new Set(['pkg:npm/a']), following('a', 'new'), following('a', 'b'), 'main');
  refuseUnpushed(new Set(['pkg:npm/nobody']), following('a'), following('a'), 'main');
});
