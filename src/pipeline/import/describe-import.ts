import { escapeLine } from '../../platform/escape-line.ts';
import type { ImportPlan } from './plan-import.ts';

/** The plan as a list of differences, and what is in it by numbers. Everything in it comes from a file: each line is made safe. */
export function describeImport(plan: ImportPlan): string {
  const { added, changed, several, gone, skipped, unchanged } = plan;
  const lines = [
    ...added.map(
      ({ package: purl, uses, id }) => `+ ${purl}${shown(uses)}${id === undefined ? '' : ` (id ${id})`}`,
    ),
    ...changed.map(
      ({ package: purl, from, to }) =>
        `~ ${purl} ${from === undefined ? 'was without a version' : from} → ${to}`,
    ),
    ...several.map(
      ({ package: purl, versions }) => `! ${purl} is in use as ${versions.join(', ')}: the lowest counts`,
    ),
    ...gone.map(({ package: purl, uses }) => `? ${purl} ${uses} is in the list alone, and stays`),
    ...skipped.map(({ file, text, why }) => `- ${text} ${why}${file === undefined ? '' : ` (${file})`}`),
    `${added.length} new, ${changed.length} with another version, ${unchanged} as before, ${skipped.length} left out`,
  ];
  return lines.map((line) => `${escapeLine(line)}\n`).join('');
}

/** The plan for programs. */
export function reportImport({ text: _, ...plan }: ImportPlan): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}

function shown(version: string | undefined): string {
  return version === undefined ? '' : ` ${version}`;
}
