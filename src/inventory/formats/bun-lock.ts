import { field, fieldsOf, itemsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { reach } from '../graph.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { createLookup, type Lookup } from '../lookup.ts';
import { foreignOrigin } from '../origin.ts';
import { parseRelaxedJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';

const NEEDED = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/** https://bun.com/docs/pm/lockfile */
export const bunLock: InventoryFormat = {
  id: 'bun',
  title: 'Bun: bun.lock',
  names: ['bun.lock'],
  tells: { direct: 'told, of all workspaces', dev: 'worked out: what only development leads to' },
  looksLike: (text) => /"lockfileVersion"\s*:\s*\d+/.test(text) && /"workspaces"\s*:\s*\{/.test(text),
  read: (text) => {
    const lock = parseRelaxedJson(text);
    const gathering = createGathering();
    const packages = new Map(fieldsOf(field(lock, 'packages')));
    // `a/b` is the b of a alone, and goes before the b of all.
    const lookup = createLookup(packages.keys(), splitKey);
    const workspaces = fieldsOf(field(lock, 'workspaces')).map(([, workspace]) => workspace);
    const askedAs = (lists: readonly string[]) =>
      new Set(workspaces.flatMap((one) => keysBelow(textOf(field(one, 'name')) ?? '', one, lists, lookup)));
    const direct = askedAs([...NEEDED, 'devDependencies']);
    const needed = reach(askedAs(NEEDED), (key) =>
      keysBelow(key, itemsOf(packages.get(key)).find(isFacts), NEEDED, lookup),
    );
    for (const [key, entry] of packages) {
      const written = textOf(itemsOf(entry)[0]) ?? '';
      const at = written.indexOf('@', 1);
      const [name, version] = at < 0 ? [written || key, ''] : [written.slice(0, at), written.slice(at + 1)];
      const why = foreignOrigin(version);
      if (why !== undefined) gathering.skip(name, why);
      else {
        const flags = { isDirect: direct.has(key), isDev: !needed.has(key) };
        gathering.add(purlText('npm', name), { version: version || undefined, ...flags });
      }
    }
    return gathering.done();
  },
};

function isFacts(part: unknown): boolean {
  return typeof part === 'object' && part !== null;
}

/** What a package lies below, and its name, which has a slash of its own where it has a scope. */
function splitKey(key: string): readonly [folder: string, name: string] {
  const slash = key.lastIndexOf('/');
  const above = slash < 0 ? slash : key.lastIndexOf('/', slash - 1);
  const at = (slash > above && key[above + 1] === '@' ? above : slash) + 1;
  return [key.slice(0, at), key.slice(at)];
}

/** The keys that a package’s needs lead to. */
function keysBelow(key: string, entry: unknown, lists: readonly string[], lookup: Lookup): string[] {
  const names = lists.flatMap((list) => fieldsOf(field(entry, list)).map(([name]) => name));
  const nearestOf = lookup(key === '' ? '' : `${key}/`);
  return names.flatMap((name) => nearestOf(name) ?? []);
}
