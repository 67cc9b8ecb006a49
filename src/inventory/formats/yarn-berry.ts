import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { foreignOrigin } from '../origin.ts';
import { purlText } from '../purl-text.ts';

/** https://yarnpkg.com/advanced/lexicon#lockfile */
export const yarnBerry: InventoryFormat = {
  id: 'yarn-berry',
  title: 'Yarn 2 and later: yarn.lock',
  names: ['yarn.lock'],
  tells: { direct: 'told, of all workspaces', dev: NOT_TOLD },
  looksLike: (text) => /^__metadata:/m.test(text),
  read: async (text) => {
    const { parseYaml } = await import('../parse/yaml.ts');
    const gathering = createGathering();
    const [lock] = parseYaml(text);
    const entries = fieldsOf(lock).filter(([key]) => key !== '__metadata');
    const asked = new Set(entries.flatMap(([, entry]) => askedBy(entry)));
    for (const [key, entry] of entries) {
      const [name, address] = resolved(textOf(field(entry, 'resolution')) ?? '');
      const why = address.startsWith('patch:') ? undefined : foreignOrigin(address);
      // A workspace is the project itself.
      if (address.startsWith('workspace:')) continue;
      if (why !== undefined) gathering.skip(name, why);
      else {
        const isDirect = key.split(/,\s*/).some((descriptor) => asked.has(descriptor));
        gathering.add(purlText('npm', name), { version: textOf(field(entry, 'version')), isDirect });
      }
    }
    return gathering.done();
  },
};

function askedBy(entry: unknown): string[] {
  if (!/@workspace:/.test(textOf(field(entry, 'resolution')) ?? '')) return [];
  const asked = ['dependencies', 'peerDependencies'].flatMap((key) => fieldsOf(field(entry, key)));
  // Before version 3 a range stood there without its protocol.
  return asked.flatMap(([name, range]) => [`${name}@${textOf(range)}`, `${name}@npm:${textOf(range)}`]);
}

function resolved(resolution: string): readonly [name: string, address: string] {
  const at = resolution.indexOf('@', 1);
  return at < 0 ? [resolution, ''] : [resolution.slice(0, at), resolution.slice(at + 1)];
}
