import type { Package } from '../../core/package.ts';
import { type Project, packagesOf } from '../../core/project.ts';
import { showHidden } from '../../core/show-hidden.ts';
import { schemeOf } from '../../versions/schemes.ts';
import { fixedVersions } from './fixed-versions.ts';
import { affectedInWords } from './range-words.ts';
import type { Vulnerability } from './vulnerability.ts';

/** What a vulnerability says of one package of a project. */
export interface ToldPackage {
  readonly package: Package;
  /** Its affected versions in words. */
  readonly affected: string;
  /** Lowest first; empty where none is known. */
  readonly fixed: readonly string[];
}

/** Of every package of a project that it names, in the words of the record whose words count first. */
export function toldPackages(vulnerability: Vulnerability, project: Project): ToldPackage[] {
  return packagesOf(project).flatMap((pkg) => {
    const scheme = schemeOf(pkg.type);
    const said = vulnerability.records
      .map(({ affected }) => affected.filter((one) => one.package === pkg.purl))
      .find((affected) => affected.length > 0);
    if (said === undefined) return [];
    const words = new Set(said.map((one) => affectedInWords(one, scheme)));
    const fixed = scheme.sort(fixedVersions(vulnerability, pkg.purl, scheme));
    return [{ package: pkg, affected: showHidden([...words].join('; ')), fixed: fixed.map(showHidden) }];
  });
}
