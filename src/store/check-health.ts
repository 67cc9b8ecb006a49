import { compareText } from '../core/compare-text.ts';
import { Health } from '../core/health.ts';
import type { Texts } from './check-data.ts';
import { checkShape } from './check-shape.ts';

/** What is wrong in health.json: it holds one line a package, sorted. */
export function checkHealth(texts: Texts): string[] {
  const problems: string[] = [];
  for (const [path, text] of texts) {
    const checked = checkShape(Health, text);
    if ('problem' in checked) problems.push(`${path}: ${checked.problem}`);
    else problems.push(...unsorted(checked.value).map((purl) => `${path}: ${purl} is out of order`));
  }
  return problems;
}

function unsorted({ failing }: Health): string[] {
  const purls = failing.map((failure) => failure.package);
  return purls.filter((purl, index) => index > 0 && compareText(purls[index - 1] ?? '', purl) >= 0);
}
