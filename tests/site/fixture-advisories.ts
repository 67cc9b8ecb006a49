import type { Advisory } from '../../src/core/advisory.ts';
import { writeAdvisory } from '../../src/store/advisories.ts';

const HOSTILE = `<img src=x onerror="window.__pwned=1"> & "quotes" \u202e ${'a-word-without-an-end'.repeat(12)}`;

const RECORDS: readonly Advisory[] = [
  {
    format: 1,
    id: 'GHSA-aaaa-bbbb-cccc',
    modified: '2024-06-02T00:00:00.5Z',
    published: '2024-06-01T00:00:00Z',
    aliases: ['CVE-2024-1', 'PYSEC-2024-1'],
    summary: HOSTILE,
    databaseSeverity: 'HIGH',
    epss: 0.1,
    affected: [
      {
        package: 'pkg:npm/alpha',
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.0' }] }],
      },
    ],
    references: [{ type: 'FIX', url: 'https://github.com/acme/alpha/commit/1' }],
  },
  {
    format: 1,
    id: 'MAL-2024-7',
    modified: '2024-06-03T00:00:00Z',
    affected: [{ package: 'pkg:npm/alpha', versions: ['1.2.1'] }],
  },
  {
    format: 1,
    id: 'GHSA-dddd-eeee-ffff',
    modified: '2024-06-03T00:00:00Z',
    withdrawn: '2024-06-04T00:00:00Z',
    affected: [{ package: 'pkg:npm/alpha', versions: ['1.2.2'] }],
  },
];

/** Advisories that a page has to bear: hostile text, malware, and one that was withdrawn. */
export async function tellAdvisories(data: string): Promise<void> {
  for (const record of RECORDS) await writeAdvisory(data, record);
}
