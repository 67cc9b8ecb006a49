import { field, fieldsOf, itemsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { reach } from '../graph.ts';
import type { InventoryFormat } from '../inventory-format.ts';
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
    const workspaces = fieldsOf(field(lock, 'workspaces')).map(([, workspace]) => workspace);
    const askedAs = (lists: readonly string[]) =>
      new Set(workspaces.flatMap((one) => keysBelow(textOf(field(one, 'name')) ?? '', one, lists, packages)));
    const direct = askedAs([...NEEDED, 'devDependencies']);
    const needed = reach(askedAs(NEEDED), (key) =>
      keysBelow(key, itemsOf(packages.get(key)).find(isFacts), NEEDED, packages),
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

/** The keys that a package’s needs lead to: `a/b` is the b of a alone, and goes before the b of all. */
function keysBelow(
  key: string,
  entry: unknown,
  lists: readonly string[],
  packages: ReadonlyMap<string, unknown>,
): string[] {
  const names = lists.flatMap((list) => fieldsOf(field(entry, list)).map(([name]) => name));
  const above = keysAbove(key);
  return names.flatMap((name) => above.map((one) => `${one}${name}`).find((one) => packages.has(one)) ?? []);
}

const DEEPEST = 64;

function keysAbove(key: string): readonly string[] {
  const names = (key.match(/(?:@[^/]+\/)?[^/]+/g) ?? []).slice(0, DEEPEST);
  return [...names.keys()].map((index) => `${names.slice(0, names.length - index).join('/')}/`).concat('');
}
