import { BOM_TELLS, readBom } from '../bom.ts';
import { cyclonedxBom, propertiesIn } from '../cyclonedx.ts';
import { field, itemsOf } from '../fields.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';

/** https://cyclonedx.org/docs/1.6/json/ */
export const cyclonedxJson: InventoryFormat = {
  id: 'cyclonedx-json',
  title: 'CycloneDX, JSON',
  names: ['bom.json', '*.cdx.json', '*cyclonedx*.json'],
  tells: { direct: BOM_TELLS, dev: 'told: scope excluded, or npm’s own property' },
  looksLike: (text) => /"bomFormat"\s*:\s*"CycloneDX"/.test(text),
  read: (text) =>
    readBom(
      cyclonedxBom(parseJson(text), {
        reference: 'bom-ref',
        components: (value) => itemsOf(field(value, 'components')),
        dependencies: (value) => itemsOf(field(value, 'dependencies')),
        dependsOn: (value) => itemsOf(field(value, 'dependsOn')),
        properties: (value) => propertiesIn(field(value, 'properties'), 'value'),
      }),
    ),
};
