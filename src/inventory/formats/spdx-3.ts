import { BOM_TELLS, type Component, readBom } from '../bom.ts';
import { field, itemsOf, oneOrMore, textOf } from '../fields.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { parseJson } from '../parse/json.ts';

/** https://spdx.github.io/spdx-spec/v3.0.1/ */
export const spdx3: InventoryFormat = {
  id: 'spdx-3',
  title: 'SPDX 3.0, JSON-LD',
  names: ['*.spdx3.json', '*.spdx.jsonld'],
  tells: { direct: BOM_TELLS, dev: 'told: relationships in the scope development or test' },
  looksLike: (text) => /"@context"\s*:\s*\[?\s*"https:\/\/spdx\.org\/rdf\/3\./.test(text),
  read: (text) => {
    const elements = itemsOf(field(parseJson(text), '@graph'));
    const isA = (type: string) => (one: unknown) => field(one, 'type') === type;
    const needs = elements.filter(isDependency).flatMap((one) => {
      const from = textOf(field(one, 'from')) ?? '';
      const isDev = /^(?:development|test)$/.test(textOf(field(one, 'scope')) ?? '');
      return oneOrMore(field(one, 'to')).map((to) => ({ from, to: textOf(to) ?? '', isDev }));
    });
    // A document is of a bill, and that of the software.
    const holders = elements.filter((one) => isA('SpdxDocument')(one) || isA('software_Sbom')(one));
    const subjects = holders
      .flatMap((one) => oneOrMore(field(one, 'rootElement')))
      .flatMap((id) => textOf(id) ?? []);
    const components = elements.filter(isA('software_Package')).map(readPackage);
    return readBom({ components, needs, subjects: new Set(subjects) });
  },
};

function isDependency(element: unknown): boolean {
  return /^(?:dependsOn|hasOptionalDependency|hasProvidedDependency|hasDynamicLink|hasStaticLink)$/.test(
    textOf(field(element, 'relationshipType')) ?? '',
  );
}

function readPackage(element: unknown, index: number): Component {
  const identifiers = oneOrMore(field(element, 'externalIdentifier'));
  const purl = identifiers.find((one) =>
    /^packageUrl$/i.test(textOf(field(one, 'externalIdentifierType')) ?? ''),
  );
  return {
    id: textOf(field(element, 'spdxId')) ?? `#${index}`,
    name: textOf(field(element, 'name')) ?? `#${index}`,
    purl: textOf(field(element, 'software_packageUrl')) ?? textOf(field(purl, 'identifier')),
    version: textOf(field(element, 'software_packageVersion')),
    isDev: false,
  };
}
