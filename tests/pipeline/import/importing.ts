import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type ImportPlan, performImport, planImport } from '../../../src/pipeline/import/plan-import.ts';
import { readInventories } from '../../../src/pipeline/import/read-inventories.ts';
import { openTargetList } from '../../../src/pipeline/import/target-list.ts';
import { aFolder } from '../../build-release.ts';
import { writeFiles } from '../../write-files.ts';

/** The list that an import writes to if it is told no other. */
export const MAIN = 'data/watchlists/main.yml';

export interface Wish {
  readonly list?: string;
  readonly isAll?: boolean;
  readonly hasDev?: boolean;
  readonly since?: string;
}

/** A project folder with these files, and a way to import some of them. */
export async function aProjectFolder(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = await aFolder(t);
  await writeFiles(root, files);
  const plan = async (names: readonly string[], wish: Wish = {}): Promise<ImportPlan> => {
    const read = await readInventories(names.map((name) => join(root, name)));
    const { list = 'main', isAll = false, hasDev = true, since = '2025-11-27' } = wish;
    return planImport(await openTargetList(root, list), read, { isAll, hasDev, since });
  };
  return {
    root,
    plan,
    perform: async (names: readonly string[], wish: Wish = {}): Promise<ImportPlan> => {
      const planned = await plan(names, wish);
      await performImport(planned);
      return planned;
    },
    list: (name = 'main') => readFile(join(root, `data/watchlists/${name}.yml`), 'utf8'),
  };
}

/** A lock file of npm with these packages as direct: `name@version`, with ` dev` behind it for development alone. */
export function npmLock(...direct: readonly string[]): string {
  const entries = direct.map((one) => {
    const [id = '', dev] = one.split(' ');
    const at = id.lastIndexOf('@');
    return { name: id.slice(0, at), version: id.slice(at + 1), ...(dev !== undefined && { dev: true }) };
  });
  const dependencies = Object.fromEntries(entries.map(({ name }) => [name, '*']));
  const places = entries.map(({ name, ...entry }) => [`node_modules/${name}`, entry]);
  const deep = { 'node_modules/deep': { version: '0.1.0' } };
  return JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies }, ...Object.fromEntries(places), ...deep },
  });
}
