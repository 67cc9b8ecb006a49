import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import type { Entry } from '../../../src/derive/entry.ts';
import { aProject, aRelease, entriesOf } from '../../build-release.ts';

/** Entries of one project, published at these moments or days: versions 1.0.0, 1.0.1 … in the order of the list. */
export function releasedOn(
  moments: readonly string[],
  fields: Partial<Release> = {},
  project: Project = aProject(),
): Entry[] {
  const releases = moments.map((moment, index) =>
    aRelease({
      version: `1.0.${index}`,
      publishedAt: moment.length === 10 ? `${moment}T12:00:00Z` : moment,
      seenAt: '2027-01-01T00:00:00Z',
      ...fields,
    }),
  );
  return entriesOf(releases, project);
}

/** The day so many days after 1 January 2026. */
export function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}
