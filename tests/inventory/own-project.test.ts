import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { type Inventory, readInventory } from '../../src/inventory/read-inventory.ts';
import { ROOT } from '../../src/platform/root.ts';

const run = promisify(execFile);

/** A bill of materials of this project, as npm makes it out of the lock file, asking nobody. */
async function bill(format: string): Promise<string> {
  const args = ['sbom', '--package-lock-only', '--offline', '--sbom-format', format];
  const { stdout } = await run('npm', args, {
    cwd: ROOT,
    maxBuffer: 64_000_000,
    shell: process.platform === 'win32',
  });
  return stdout;
}

function direct({ used }: Inventory): string[] {
  return used.filter(({ isDirect }) => isDirect).map((one) => `${one.package} ${one.version}`);
}

describe('this project’s own packages', { timeout: 60_000 }, () => {
  const read = new Map<string, Inventory>();

  before(async () => {
    const lock = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
    for (const [name, text] of [
      ['package-lock.json', lock],
      ['cyclonedx', await bill('cyclonedx')],
      ['spdx', await bill('spdx')],
    ] as const) {
      read.set(name, await readInventory(name, text));
    }
  });

  test('the lock file, and both bills that npm makes of it, agree on what is direct', async () => {
    const manifest = Object(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    const wanted = asked.map(([name, version]) => `pkg:npm/${name.replace('@', '%40')} ${version}`).sort();
    for (const [name, inventory] of read) assert.deepEqual(direct(inventory).sort(), wanted, name);
  });

  test('and on all that comes along', () => {
    const [lock, ...bills] = [...read.values()].map(({ used }) =>
      used.map((one) => `${one.package} ${one.version}`),
    );
    assert.ok((lock?.length ?? 0) > 400);
    for (const one of bills) assert.deepEqual(one, lock);
  });

  test('and on what is direct for development alone', async () => {
    const manifest = Object(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
    const wanted = Object.keys(manifest.devDependencies)
      .map((name) => `pkg:npm/${name.replace('@', '%40')}`)
      .sort();
    for (const [name, { used }] of read) {
      const found = used.filter(({ isDirect, isDev }) => isDirect && isDev).map((one) => one.package);
      assert.ok(found.includes('pkg:npm/typescript'), name);
      assert.deepEqual(
        found.filter((purl) => !wanted.includes(purl)),
        [],
        name,
      );
    }
  });

  test('nothing is skipped', () => {
    for (const { skipped } of read.values()) assert.deepEqual(skipped, []);
  });
});
