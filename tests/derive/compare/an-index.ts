import type { Advisory } from '../../../src/core/advisory.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { projectAdvisories } from '../../../src/derive/advisories/project-advisories.ts';
import { indexByPackage } from '../../../src/derive/advisories/vulnerability.ts';
import type { CompareIndex } from '../../../src/derive/compare/compare-index.ts';
import { compareLines } from '../../../src/derive/compare/compare-lines.ts';
import { compareRange, type Range } from '../../../src/derive/compare/compare-range.ts';
import { toCompareIndex } from '../../../src/derive/compare/to-compare-index.ts';
import { aProject, aRelease, entriesOf } from '../../build-release.ts';

/** Releases of these versions, ten days apart in this order; `1.0.1 yanked` says so. */
export function inTurn(...versions: readonly string[]): Release[] {
  return versions.map((told, index) => {
    const [version = '', state] = told.split(' ');
    return aRelease({
      version,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + 10 * index)).toISOString().replace('.000', ''),
      ...(state === 'yanked' && { yanked: 'broken' }),
      ...(state === 'deprecated' && { deprecated: 'old' }),
    });
  });
}

/** The index of a project that holds these releases. */
export function indexOf(
  releases: readonly Release[],
  project: Project = aProject(),
  records: readonly Advisory[] = [],
): CompareIndex {
  const entries = entriesOf(releases, project);
  const advisories = projectAdvisories(project, entries, indexByPackage(joinRecords(records)));
  return toCompareIndex({ project, entries, advisories }, compareLines(entries), {
    says: { breaks: ({ step }) => step.breaking, secures: ({ version }) => version.endsWith('.9') },
    titleOf: (list) => `The ${list}`,
    editsOf: ({ version }) => (version === '1.1.0' ? 2 : 0),
  });
}

/** The range between two versions that are held. */
export function rangeOf(index: CompareIndex, from: string, to: string): Range {
  const range = compareRange(index, from, to);
  if ('problem' in range) throw new Error(`${from} to ${to}: ${range.problem}`);
  return range;
}

/** Versions of releases, in their order. */
export function versionsOf(releases: readonly { readonly version: string }[]): string {
  return releases.map(({ version }) => version).join(' ');
}
