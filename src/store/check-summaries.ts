import { compareText } from '../core/compare-text.ts';
import { InvalidPackage, parsePackage } from '../core/package.ts';
import { SummaryFile } from '../core/summary.ts';
import type { Texts } from './check-data.ts';
import { checkShape } from './check-shape.ts';
import { summariesPath } from './paths.ts';

/** All that is wrong in the files of summaries, a line each. */
export function checkSummaries(texts: Texts): string[] {
  const problems: string[] = [];
  for (const [path, text] of texts) {
    const checked = checkShape(SummaryFile, text);
    const found = 'problem' in checked ? [checked.problem] : checkFile(checked.value, path);
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
  return problems;
}

function checkFile({ package: purl, summaries }: SummaryFile, path: string): string[] {
  const versions = summaries.map(({ version }) => version);
  const unsorted = versions.filter((version, index) => {
    return index > 0 && compareText(versions[index - 1] ?? '', version) <= 0;
  });
  return [...checkPlace(purl, path), ...unsorted.map((version) => `${version} is out of order`)];
}

function checkPlace(purl: string, path: string): string[] {
  try {
    const pkg = parsePackage(purl);
    if (pkg.purl !== purl) return [`${purl} is not its canonical purl, ${pkg.purl}`];
    const place = summariesPath(pkg);
    return place === path ? [] : [`is the file of ${purl}, whose place is ${place}`];
  } catch (error) {
    if (error instanceof InvalidPackage) return [error.message];
    throw error;
  }
}
