import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';

/** https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies */
export const nugetLock: InventoryFormat = {
  id: 'nuget',
  title: 'NuGet: packages.lock.json',
  names: ['packages.lock.json', 'packages.*.lock.json'],
  tells: { direct: 'told', dev: NOT_TOLD },
  looksLike: (text) => /"type"\s*:\s*"(?:Direct|Transitive|CentralTransitive)"/.test(text),
  read: (text) => {
    const gathering = createGathering();
    // The same package stands below each framework that it is restored for.
    for (const [, packages] of fieldsOf(field(parseJson(text), 'dependencies'))) {
      for (const [name, entry] of fieldsOf(packages)) {
        const type = textOf(field(entry, 'type'));
        const version = textOf(field(entry, 'resolved'));
        if (type === 'Project') gathering.skip(name, 'is a project of the solution');
        else gathering.add(purlText('nuget', name), { version, isDirect: type === 'Direct' });
      }
    }
    return gathering.done();
  },
};
