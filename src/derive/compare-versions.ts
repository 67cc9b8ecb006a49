import { compareText } from '../core/compare-text.ts';
import type { Entry } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';

/** The order of two versions of one project in its scheme, lowest first. */
export function compareVersions(a: Entry, b: Entry): -1 | 0 | 1 {
  return (
    schemeOfProject(a.project).compare(a.version, b.version) ||
    compareText(a.release.version, b.release.version)
  );
}
