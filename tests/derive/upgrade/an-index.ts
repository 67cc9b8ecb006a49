import type { Advisory } from '../../../src/core/advisory.ts';
import { parsePackage } from '../../../src/core/package.ts';
import type { Release } from '../../../src/core/release.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { type UpgradeIndex, upgradeIndex } from '../../../src/derive/upgrade/upgrade-index.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../../build-release.ts';

/** Releases of these versions, ten days apart in this order. A version may be followed by ` yanked`. */
export function releasesOf(versions: readonly string[]): Release[] {
  return versions.map((told, index) => {
    const [version = '', state] = told.split(' ');
    return aRelease({
      version,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + 10 * index)).toISOString().replace('.000', ''),
      ...(state === 'yanked' && { yanked: 'broken' }),
    });
  });
}

/** A record that says that a package is affected before a version. */
export function anAdvisory(id: string, name: string, fixed: string | undefined, word = 'HIGH'): Advisory {
  const events = [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])];
  return {
    format: 1,
    id,
    modified: '2026-10-01T00:00:00Z',
    summary: `What ${id} is`,
    databaseSeverity: word,
    affected: [{ package: `pkg:npm/${name}`, ranges: [{ type: 'SEMVER', events }] }],
    references: [{ type: 'FIX', url: 'https://example.com/fix' }],
  };
}

/** The index of npm packages by their names, each with its versions. */
export function anIndex(
  projects: Readonly<Record<string, readonly string[]>>,
  records: readonly Advisory[] = [],
): UpgradeIndex {
  const held = Object.entries(projects).map(([name, versions]) => {
    const channels = [parsePackage(`pkg:github/acme/${name}`)];
    const project = aProject({
      id: name,
      name: `The ${name}`,
      package: parsePackage(`pkg:npm/${name}`),
      channels,
    });
    return { project, entries: entriesOf(releasesOf(versions), project) };
  });
  const says = {
    breaks: ({ step }: { step: { breaking: boolean } }) => step.breaking,
    secures: ({ version }: { version: string }) => version.endsWith('.9'),
  };
  return upgradeIndex(held, joinRecords(records), IMPORTED, says);
}
