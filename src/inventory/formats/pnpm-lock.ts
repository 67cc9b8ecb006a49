import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering, type Gathering } from '../gathering.ts';
import { reach } from '../graph.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { foreignOrigin } from '../origin.ts';
import { purlText } from '../purl-text.ts';

// What each importer asks for, and whether for development alone.
const ASKED: readonly (readonly [string, boolean])[] = [
  ['dependencies', false],
  ['optionalDependencies', false],
  ['devDependencies', true],
];

/** https://github.com/pnpm/spec/tree/master/lockfile */
export const pnpmLock: InventoryFormat = {
  id: 'pnpm',
  title: 'pnpm: pnpm-lock.yaml 5 to 9',
  names: ['pnpm-lock.yaml', 'pnpm-lock.*.yaml'],
  tells: { direct: 'told, of all workspaces', dev: 'worked out: what only development leads to' },
  looksLike: (text) =>
    /^lockfileVersion: *['"]?[5-9]/m.test(text) &&
    /^(?:packages|importers|dependencies|settings):/m.test(text),
  read: async (text) => {
    const { parseYaml } = await import('../parse/yaml.ts');
    const gathering = createGathering();
    // Newer versions put a document on the package manager itself before the project’s.
    for (const lock of parseYaml(text)) readLock(lock, gathering);
    return gathering.done();
  },
};

function readLock(lock: unknown, gathering: Gathering): void {
  const major = Number.parseInt(textOf(field(lock, 'lockfileVersion')) ?? '', 10);
  const packages = field(lock, 'packages');
  // From 9 on, who needs whom stands apart.
  const graph = field(lock, 'snapshots') ?? packages;
  const starts = { direct: new Set<string>(), needed: new Set<string>() };
  const importers = fieldsOf(field(lock, 'importers')).map(([, importer]) => importer);
  for (const importer of [lock, ...importers]) {
    for (const [name, ref, isDev] of askedBy(importer)) {
      const why = foreignOrigin(ref);
      if (why === undefined || !ref.startsWith('link:')) starts.direct.add(keyOf(name, ref, major));
      else gathering.skip(name, why);
      if (!isDev) starts.needed.add(keyOf(name, ref, major));
    }
  }
  const needed = reach(starts.needed, (key) => keysBelow(field(graph, key), major));
  for (const [key] of fieldsOf(graph)) {
    const entry = field(packages, key) ?? field(packages, withoutPeers(key));
    readPackage(key, entry, major, { isDirect: starts.direct.has(key), isDev: !needed.has(key) }, gathering);
  }
}

function askedBy(importer: unknown): (readonly [name: string, ref: string, isDev: boolean])[] {
  return ASKED.flatMap(([list, isDev]) =>
    fieldsOf(field(importer, list)).flatMap(([name, asked]) => {
      const ref = textOf(asked) ?? textOf(field(asked, 'version'));
      return ref === undefined ? [] : [[name, ref, isDev] as const];
    }),
  );
}

function keysBelow(entry: unknown, major: number): string[] {
  return ['dependencies', 'optionalDependencies'].flatMap((list) =>
    fieldsOf(field(entry, list)).map(([name, ref]) => keyOf(name, textOf(ref) ?? '', major)),
  );
}

/** Where a package lies: an alias names the real one, others just the version. */
function keyOf(name: string, ref: string, major: number): string {
  if (major >= 9) return withoutPeers(ref).lastIndexOf('@') > 0 ? ref : `${name}@${ref}`;
  if (ref.startsWith('/') || foreignOrigin(ref) !== undefined) return ref;
  return major >= 6 ? `/${name}@${ref}` : `/${name}/${ref}`;
}

function withoutPeers(key: string): string {
  return key.split('(', 1)[0] ?? key;
}

function readPackage(
  key: string,
  entry: unknown,
  major: number,
  flags: { readonly isDirect: boolean; readonly isDev: boolean },
  gathering: Gathering,
): void {
  const bare = withoutPeers(key).replace(/^\//, '');
  const [, name, version = ''] =
    (major >= 6 ? /^(@?[^@]+)@(.+)$/s : /^(@[^/]+\/[^/]+|[^/@]+)\/([^/_]+)/).exec(bare) ?? [];
  const why =
    foreignOrigin(version) ?? foreignOrigin(bare) ?? 'comes from another registry, or from an address';
  // Before 9, those of the registry itself begin with a slash, and those of others with its address.
  const isOurs = major >= 9 || key.startsWith('/');
  if (isOurs && name !== undefined && /^\d/.test(version))
    gathering.add(purlText('npm', name), { version, ...flags });
  else gathering.skip(textOf(field(entry, 'name')) ?? bare, why);
}
