import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering, type Gathering } from '../gathering.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { createLookup } from '../lookup.ts';
import { foreignOrigin } from '../origin.ts';
import { parseJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';

const FOLDER = 'node_modules/';
const ASKED = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export const npmLock: InventoryFormat = {
  id: 'npm',
  title: 'npm: package-lock.json 1, 2 and 3',
  names: ['package-lock.json', 'npm-shrinkwrap.json', '.package-lock.json'],
  tells: { direct: 'told; of version 1 guessed: what no other package needs', dev: 'told' },
  looksLike: (text) =>
    /"lockfileVersion"\s*:\s*[123]\b/.test(text) && /"(?:version|packages)"\s*:/.test(text),
  read: (text) => {
    const lock = parseJson(text);
    const gathering = createGathering();
    if (field(lock, 'packages') === undefined) readTree(lock, gathering);
    else readPlaces(new Map(fieldsOf(field(lock, 'packages'))), gathering);
    return gathering.done();
  },
};

function readPlaces(places: ReadonlyMap<string, unknown>, gathering: Gathering): void {
  const direct = directPlaces(places);
  for (const [place, entry] of places) {
    const folder = place.lastIndexOf(FOLDER);
    // The project itself, and its workspaces.
    if (folder < 0) continue;
    // An alias has the folder of its own name, and says the true one.
    const name = textOf(field(entry, 'name')) ?? place.slice(folder + FOLDER.length);
    const why = field(entry, 'link') === true ? LINK : foreignOrigin(textOf(field(entry, 'resolved')) ?? '');
    // A registry’s own address may look like any other.
    if (why !== undefined && !isRegistryFile(entry)) gathering.skip(name, why);
    else {
      const isDev = field(entry, 'dev') === true;
      gathering.add(purlText('npm', name), {
        version: textOf(field(entry, 'version')),
        isDirect: direct.has(place),
        isDev,
      });
    }
  }
}

const LINK = 'is a link to a folder of the project';

function isRegistryFile(entry: unknown): boolean {
  const [address = ''] = (textOf(field(entry, 'resolved')) ?? '').split(/[?#]/, 1);
  return /^https?:/.test(address) && address.includes('/-/') && address.endsWith('.tgz');
}

/** Where those lie that the project or a workspace of it asks for. */
function directPlaces(places: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const direct = new Set<string>();
  const lookup = createLookup(
    [...places.keys()].filter((place) => place.includes(FOLDER)),
    (place) => {
      const at = place.lastIndexOf(FOLDER);
      return [place.slice(0, at), place.slice(at + FOLDER.length)];
    },
  );
  for (const [place, entry] of places) {
    if (place.includes(FOLDER)) continue;
    const nearestOf = lookup(place === '' ? '' : `${place}/`);
    for (const name of ASKED.flatMap((key) => fieldsOf(field(entry, key)).map(([asked]) => asked))) {
      const nearest = nearestOf(name);
      if (nearest !== undefined) direct.add(nearest);
    }
  }
  return direct;
}

/** Version 1: packages below the packages that they are for. */
function readTree(lock: unknown, gathering: Gathering): void {
  const top = fieldsOf(field(lock, 'dependencies'));
  const needed = new Set<string>();
  const all = top.map(([name, entry]) => ({ name, entry, isTop: true }));
  // A list that grows while it is gone through is gone through to its end.
  for (const { entry } of all) {
    for (const [name] of fieldsOf(field(entry, 'requires'))) needed.add(name);
    for (const [name, below] of fieldsOf(field(entry, 'dependencies')))
      all.push({ name, entry: below, isTop: false });
  }
  for (const { name, entry, isTop } of all) {
    const written = textOf(field(entry, 'version'));
    const [, real, exact] = /^npm:(.+)@([^@]+)$/.exec(written ?? '') ?? [];
    const why = foreignOrigin(written ?? '');
    if (why !== undefined) gathering.skip(name, why);
    else {
      gathering.add(purlText('npm', real ?? name), {
        version: exact ?? written,
        isDirect: isTop && !needed.has(name),
        isDev: field(entry, 'dev') === true,
      });
    }
  }
}
