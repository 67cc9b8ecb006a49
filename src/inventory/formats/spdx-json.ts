import { BOM_TELLS, type Component, readBom } from '../bom.ts';
import { field, itemsOf, textOf } from '../fields.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';
import { needsIn, subjectsIn } from '../spdx.ts';

/** https://spdx.github.io/spdx-spec/v2.3/ */
export const spdxJson: InventoryFormat = {
  id: 'spdx-json',
  title: 'SPDX 2.2 and 2.3, JSON',
  names: ['*.spdx.json', '*spdx*.json'],
  tells: { direct: BOM_TELLS, dev: 'told by its graph: what only development leads to' },
  looksLike: (text) => /"spdxVersion"\s*:\s*"SPDX-2/.test(text),
  read: (text) => {
    const written = parseJson(text);
    // GitHub’s API wraps the document.
    const document = field(written, 'sbom') ?? written;
    const relationships = itemsOf(field(document, 'relationships')).map((one) => ({
      from: textOf(field(one, 'spdxElementId')) ?? '',
      type: textOf(field(one, 'relationshipType')) ?? '',
      to: textOf(field(one, 'relatedSpdxElement')) ?? '',
    }));
    const described = itemsOf(field(document, 'documentDescribes')).flatMap((id) => textOf(id) ?? []);
    return readBom({
      components: itemsOf(field(document, 'packages')).map(readPackage),
      needs: needsIn(relationships),
      subjects: new Set([...described, ...subjectsIn(relationships)]),
    });
  },
};

function readPackage(entry: unknown, index: number): Component {
  const references = itemsOf(field(entry, 'externalRefs'));
  const purl = references.find((one) => field(one, 'referenceType') === 'purl');
  return {
    id: textOf(field(entry, 'SPDXID')) ?? `#${index}`,
    name: textOf(field(entry, 'name')) ?? `#${index}`,
    purl: textOf(field(purl, 'referenceLocator')),
    version: textOf(field(entry, 'versionInfo')),
    isDev: false,
  };
}
