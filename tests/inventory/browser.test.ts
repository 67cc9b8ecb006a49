import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../src/platform/root.ts';
import { readModule } from '../layers/read-module.ts';

const START = 'src/inventory/read-inventory.ts';
const DYNAMIC = /\bimport\('([^']+)'\)/g;

/** What a module leads to: at once, and only when a file asks for it. */
async function follow(start: string) {
  const atOnce = new Set([start]);
  const later = new Set<string>();
  const packages = new Set<string>();
  for (const path of atOnce) {
    const text = await readFile(join(ROOT, path), 'utf8');
    const lazy = [...text.matchAll(DYNAMIC)].map(([, name]) => name ?? '');
    for (const name of readModule(path, text).imports) {
      if (!name.startsWith('.')) packages.add(name);
      else (lazy.includes(name) ? later : atOnce).add(posix.join(posix.dirname(path), name));
    }
  }
  return { atOnce, later, packages };
}

describe('in a browser', () => {
  test('nothing of Node is needed, and no parser before a file asks for it', async () => {
    const { atOnce, later, packages } = await follow(START);
    assert.ok(atOnce.size > 30, 'the modules were found');
    assert.deepEqual([...packages], ['packageurl-js']);
    assert.deepEqual(
      [...later].sort(),
      ['toml', 'xml', 'yaml'].map((name) => `src/inventory/parse/${name}.ts`),
    );
    for (const path of later) {
      const parsers = [...(await follow(path)).packages];
      assert.equal(parsers.length, 1, path);
      assert.ok(!parsers[0]?.startsWith('node:'));
    }
  });
});
