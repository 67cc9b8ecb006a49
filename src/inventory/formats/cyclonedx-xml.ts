import { BOM_TELLS, readBom } from '../bom.ts';
import { cyclonedxBom, propertiesIn } from '../cyclonedx.ts';
import { field, oneOrMore } from '../fields.ts';
import type { InventoryFormat } from '../inventory-format.ts';

/** https://cyclonedx.org/docs/1.6/xml/ */
export const cyclonedxXml: InventoryFormat = {
  id: 'cyclonedx-xml',
  title: 'CycloneDX, XML',
  names: ['bom.xml', '*.cdx.xml', '*cyclonedx*.xml'],
  tells: { direct: BOM_TELLS, dev: 'told: scope excluded, or npm’s own property' },
  looksLike: (text) => /<[\w:]*bom\s[^>]*cyclonedx\.org\/schema\/bom/.test(text.slice(0, 5000)),
  read: async (text) => {
    const { parseXml } = await import('../parse/xml.ts');
    const bom = cyclonedxBom(field(parseXml(text), 'bom'), {
      reference: '@bom-ref',
      components: (value) => oneOrMore(field(value, 'components', 'component')),
      dependencies: (value) => oneOrMore(field(value, 'dependencies', 'dependency')),
      dependsOn: (value) => oneOrMore(field(value, 'dependency')).map((one) => field(one, '@ref')),
      properties: (value) => propertiesIn(field(value, 'properties', 'property'), '#text'),
    });
    return readBom(bom);
  },
};
