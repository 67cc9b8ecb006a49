import { field, fieldsOf, itemsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { reach } from '../graph.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';
import { foldName, SOURCE_WORDS } from '../python.ts';

/** https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
export const uvLock: InventoryFormat = {
  id: 'uv',
  title: 'uv: uv.lock',
  names: ['uv.lock'],
  tells: {
    direct: 'told, of all members of the workspace',
    dev: 'worked out: what only development leads to',
  },
  looksLike: (text) =>
    /^\[\[package\]\]/m.test(text) && /^source = \{ (?:registry|virtual|editable|git|url) = /m.test(text),
  read: async (text) => {
    const { parseToml } = await import('../parse/toml.ts');
    const gathering = createGathering();
    const lock = parseToml(text);
    const packages = itemsOf(field(lock, 'package'));
    // What a script asks for, or a workspace whose root is no package, stands in the manifest.
    const manifest = field(lock, 'manifest');
    const byName = Map.groupBy(packages, (entry) => foldName(textOf(field(entry, 'name')) ?? ''));
    const members = packages.filter((entry) => isMember(entry));
    const lists = [field(manifest, 'requirements'), ...members.flatMap(needsOf)];
    const needed = new Set(lists.flatMap(meant));
    const groups = [
      field(manifest, 'dependency-groups'),
      ...members.map((entry) => field(entry, 'dev-dependencies')),
    ];
    const developed = groups.flatMap((group) => fieldsOf(group).flatMap(([, needs]) => meant(needs)));
    const byId = Map.groupBy(packages, idOf);
    // A bare name leads to all versions of it.
    const below = (id: string) =>
      byName.get(id)?.map(idOf) ?? (byId.get(id) ?? []).flatMap(needsOf).flatMap(meant);
    const shipped = reach(needed, below);
    const direct = new Set(
      [...needed, ...developed].flatMap((id) => [id, ...(byName.get(id) ?? []).map(idOf)]),
    );
    for (const entry of packages) {
      const id = idOf(entry);
      const name = textOf(field(entry, 'name')) ?? '';
      const why = SOURCE_WORDS.get(fieldsOf(field(entry, 'source'))[0]?.[0] ?? '');
      if (why !== undefined && !isMember(entry)) gathering.skip(name, why);
      if (why !== undefined) continue;
      const version = textOf(field(entry, 'version'));
      gathering.add(purlText('pypi', name), { version, isDirect: direct.has(id), isDev: !shipped.has(id) });
    }
    return gathering.done();
  },
};

// The project itself, or a part of its workspace.
function isMember(entry: unknown): boolean {
  const source = field(entry, 'source');
  return field(source, 'virtual') !== undefined || field(source, 'editable') !== undefined;
}

function needsOf(entry: unknown): unknown[] {
  const extras = fieldsOf(field(entry, 'optional-dependencies')).map(([, needs]) => needs);
  return [field(entry, 'dependencies'), ...extras];
}

function idOf(entry: unknown): string {
  return `${foldName(textOf(field(entry, 'name')) ?? '')} ${textOf(field(entry, 'version')) ?? ''}`;
}

/** What needs lead to. One names the version only where there are several. */
function meant(needs: unknown): string[] {
  return itemsOf(needs).map((need) => {
    const name = foldName(textOf(field(need, 'name')) ?? '');
    const version = textOf(field(need, 'version'));
    return version === undefined ? name : `${name} ${version}`;
  });
}
