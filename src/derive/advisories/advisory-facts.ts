import type { Advisory } from '../../core/advisory.ts';
import type { Vulnerability } from './vulnerability.ts';

type Reference = NonNullable<Advisory['references']>[number];

/** Where more is told of a vulnerability: the references of all its records, each address once. */
export function referencesOf({ records }: Vulnerability): Reference[] {
  const all = records.flatMap(({ references = [] }) => references);
  return [...new Map(all.map((one) => [one.url, one])).values()];
}

/** The lower end of the band in which the chance of an attack lies, where GitHub says more than 1 %. */
export function likelihoodOf({ records }: Vulnerability): number | undefined {
  return records.find(({ epss }) => epss !== undefined)?.epss;
}
