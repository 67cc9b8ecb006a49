import { createGathering } from '../gathering.ts';
import { rootsOf } from '../graph.ts';
import { invalid } from '../invalid-inventory.ts';
import { type InventoryFormat, NOT_TOLD, ROOTS_DIRECT } from '../inventory-format.ts';
import { foreignOrigin, GIT } from '../origin.ts';
import { purlText } from '../purl-text.ts';

interface Entry {
  /** `name@range`, one for each range that led here. */
  readonly descriptors: readonly string[];
  version: string | undefined;
  readonly needs: string[];
}

/** https://classic.yarnpkg.com/en/docs/yarn-lock */
export const yarnClassic: InventoryFormat = {
  id: 'yarn-classic',
  title: 'Yarn 1: yarn.lock',
  names: ['yarn.lock'],
  tells: { direct: ROOTS_DIRECT, dev: NOT_TOLD },
  looksLike: (text) =>
    /^# yarn lockfile v1/m.test(text.slice(0, 1000)) ||
    /^ {2}version "[^"]+"\r?$/m.test(text.slice(0, 10_000)),
  read: (text) => {
    const entries = readEntries(text);
    const gathering = createGathering();
    const byDescriptor = new Map(
      entries.flatMap((entry, index) => entry.descriptors.map((one) => [one, String(index)])),
    );
    const below = (index: string) =>
      (entries[Number(index)]?.needs ?? []).map((need) => byDescriptor.get(need) ?? need);
    const roots = rootsOf(entries.keys().map(String), below);
    for (const [index, { descriptors, version }] of entries.entries()) {
      const [name, range] = split(descriptors[0] ?? '');
      const [, real = name] = /^npm:(@?[^@]+)/.exec(range) ?? [];
      const why = range.startsWith('npm:') ? undefined : originOf(range);
      if (why !== undefined) gathering.skip(name, why);
      else gathering.add(purlText('npm', real), { version, isDirect: roots.has(String(index)) });
    }
    return gathering.done();
  },
};

// No range has a slash: `acme/tool` is a repository of GitHub.
function originOf(range: string): string | undefined {
  return foreignOrigin(range) ?? (range.includes('/') ? GIT : undefined);
}

function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let isBelow = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = entries.at(-1);
    if (!line.startsWith(' '))
      entries.push({ descriptors: wordsOf(line.replace(/:\s*$/, '')), version: undefined, needs: [] });
    else if (entry === undefined)
      throw invalid('not a yarn.lock: it begins in the middle of an entry', REMEDY);
    else if (line.startsWith('    ')) {
      const [name = '', range = ''] = wordsOf(line);
      if (isBelow) entry.needs.push(`${name}@${range}`);
    } else {
      const [key, value] = wordsOf(line.replace(/:\s*$/, ''));
      isBelow = key === 'dependencies' || key === 'optionalDependencies';
      if (key === 'version') entry.version = value;
    }
  }
  return entries;
}

const REMEDY = 'run yarn install, so that Yarn writes it again';

function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^\s,"]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function split(descriptor: string): readonly [name: string, range: string] {
  const at = descriptor.indexOf('@', 1);
  return at < 0 ? [descriptor, ''] : [descriptor.slice(0, at), descriptor.slice(at + 1)];
}
