import { field, fieldsOf, textOf } from '../fields.ts';
import { createGathering } from '../gathering.ts';
import { ALL_DIRECT, type InventoryFormat } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';
import { purlText } from '../purl-text.ts';
import { elsewhere } from '../python.ts';

/** https://pipenv.pypa.io/en/latest/pipfile.html */
export const pipfileLock: InventoryFormat = {
  id: 'pipenv',
  title: 'Pipenv: Pipfile.lock',
  names: ['Pipfile.lock'],
  tells: { direct: ALL_DIRECT, dev: 'told' },
  looksLike: (text) => /"pipfile-spec"\s*:/.test(text),
  read: (text) => {
    const gathering = createGathering();
    for (const [group, packages] of fieldsOf(parseJson(text))) {
      if (group === '_meta') continue;
      for (const [name, entry] of fieldsOf(packages)) {
        const why = elsewhere(entry);
        if (why !== undefined) gathering.skip(name, why);
        else {
          const version = /^==\s*([^\s*]+)$/.exec(textOf(field(entry, 'version')) ?? '')?.[1];
          gathering.add(purlText('pypi', name), { version, isDirect: true, isDev: group === 'develop' });
        }
      }
    }
    return gathering.done();
  },
};
