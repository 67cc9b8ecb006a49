import { field, fieldsOf, itemsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { rootsOf } from '../graph.ts';
import { type InventoryFormat, ROOTS_DIRECT } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';

/** https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control */
export const composerLock: InventoryFormat = {
  id: 'composer',
  title: 'Composer: composer.lock',
  names: ['composer.lock'],
  tells: { direct: ROOTS_DIRECT, dev: 'told' },
  looksLike: (text) => /"packages-dev"\s*:/.test(text) && /"content-hash"\s*:/.test(text),
  read: (text) => {
    const lock = parseJson(text);
    const gathering = createGathering();
    const shipped = itemsOf(field(lock, 'packages')).map((entry) => ({ entry, isDev: false }));
    const all = [
      ...shipped,
      ...itemsOf(field(lock, 'packages-dev')).map((entry) => ({ entry, isDev: true })),
    ];
    const needs = new Map(
      all.map(({ entry }) => [
        nameOf(entry),
        fieldsOf(field(entry, 'require')).map(([name]) => name.toLowerCase()),
      ]),
    );
    const roots = rootsOf(needs.keys(), (name) => needs.get(name) ?? []);
    for (const { entry, isDev } of all) {
      const name = nameOf(entry);
      const written = textOf(field(entry, 'version'));
      // A branch is no release.
      const version = written === undefined || /^dev-|-dev$/.test(written) ? undefined : written;
      if (field(entry, 'dist', 'type') === 'path')
        gathering.skip(name, 'is a folder, not a release of Packagist');
      else gathering.add(purlText('composer', name), { version, isDirect: roots.has(name), isDev });
    }
    return gathering.done();
  },
};

function nameOf(entry: unknown): string {
  return (textOf(field(entry, 'name')) ?? '').toLowerCase();
}
