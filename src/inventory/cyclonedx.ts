import type { Bom, Component, Need } from './bom.ts';
import { field, oneOrMore, textOf } from './fields.ts';

/** How JSON and XML name the same. */
export interface Spelling {
  readonly reference: string;
  readonly components: (value: unknown) => readonly unknown[];
  readonly dependencies: (value: unknown) => readonly unknown[];
  readonly dependsOn: (value: unknown) => readonly unknown[];
  readonly properties: (value: unknown) => readonly (readonly [name: string, value: string])[];
}

/** https://cyclonedx.org/docs/1.6/json/ */
export function cyclonedxBom(bom: unknown, spelling: Spelling): Bom {
  const subject = field(bom, 'metadata', 'component');
  const components = [...spelling.components(bom)];
  // Components lie in components: a list that grows while it is gone through is gone through to its end.
  for (const component of components)
    for (const part of spelling.components(component)) components.push(part);
  const needs = spelling.dependencies(bom).flatMap((entry): Need[] => {
    const from = textOf(field(entry, spelling.reference === '@bom-ref' ? '@ref' : 'ref')) ?? '';
    return spelling.dependsOn(entry).map((to) => ({ from, to: textOf(to) ?? '', isDev: false }));
  });
  const id = textOf(field(subject, spelling.reference));
  return {
    components: components.map((one, index) => readComponent(one, `#${index}`, spelling)),
    needs,
    subjects: new Set(id === undefined ? [] : [id]),
  };
}

function readComponent(component: unknown, fallback: string, { reference, properties }: Spelling): Component {
  const purl = textOf(field(component, 'purl'));
  return {
    id: textOf(field(component, reference)) ?? purl ?? fallback,
    name: textOf(field(component, 'name')) ?? fallback,
    purl,
    version: textOf(field(component, 'version')),
    // `excluded` is what no build ships; npm says it by a property. https://github.com/CycloneDX/cyclonedx-property-taxonomy
    isDev:
      field(component, 'scope') === 'excluded' ||
      properties(component).some(
        ([name, value]) => name === 'cdx:npm:package:development' && value === 'true',
      ),
  };
}

/** A property, as both spell it. */
export function propertiesIn(list: unknown, value: string): (readonly [string, string])[] {
  return oneOrMore(list).map((one) => [
    textOf(field(one, 'name')) ?? textOf(field(one, '@name')) ?? '',
    textOf(field(one, value)) ?? '',
  ]);
}
