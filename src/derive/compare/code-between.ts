import { comparisonUrl } from '../../core/address.ts';
import { packageName, parsePackage } from '../../core/package.ts';
import type { CompareIndex } from './compare-index.ts';
import type { Range } from './compare-range.ts';
import { refOf } from './find-version.ts';

/** Where upstream compares the code of two versions. */
export interface CodeComparison {
  /** `github: axios/axios` */
  readonly name: string;
  readonly url: string;
}

/** The comparisons of all repositories that hold both versions. */
export function codeBetween(index: CompareIndex, { from, to }: Range): CodeComparison[] {
  return index.repositories.flatMap((purl, place) => {
    const tagOf = (release: Range['from']) =>
      purl === index.package ? refOf(release) : release.tags?.[place];
    const [before, after] = [tagOf(from), tagOf(to)];
    if (before === undefined || after === undefined || before === after) return [];
    const pkg = parsePackage(purl);
    const url = comparisonUrl(pkg, before, after);
    return url === undefined ? [] : [{ name: `${pkg.type}: ${packageName(pkg)}`, url }];
  });
}
