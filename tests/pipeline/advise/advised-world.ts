import type { GithubAdvisory } from '../../upstream/ghsa.ts';
import { makePackage } from '../../upstream/npm-package.ts';
import type { OsvRecord } from '../../upstream/osv.ts';

/** What an emulated world follows: two npm packages of which one is in use, one of PyPI, and an image that has no ecosystem. */
export const WATCHLIST = `title: Main
projects:
  - package: pkg:npm/axios
    uses: 1.7.2
  - pkg:npm/%40acme/beta
  - package: pkg:pypi/Flask_Login
    uses: 0.5.0
  - pkg:docker/nginx
`;

/** `axios` as npm has it: 1.8.2 fixes what 1.7.2 has. */
export const axios = makePackage('axios', ['1.7.2', '1.8.1', '1.8.2']);

export const GHSA = 'GHSA-jr5f-v2jv-69x6';
export const CVE = 'CVE-2025-27152';
export const PYSEC = 'PYSEC-2026-7';
export const MALWARE = 'MAL-2026-11';

/** The records of OSV. */
export function osvRecords(): OsvRecord[] {
  return [
    {
      schema_version: '1.7.3',
      id: GHSA,
      modified: '2026-03-08T16:02:43.250000Z',
      published: '2026-03-07T15:16:00Z',
      aliases: [CVE, '../../../etc/passwd', 'not an id'],
      summary: 'axios requests are\nvulnerable <script>alert(1)</script> to SSRF \u202e',
      details: 'The axios library …',
      severity: [
        { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P' },
      ],
      affected: [
        {
          package: { ecosystem: 'npm', name: 'axios', purl: 'pkg:npm/axios' },
          ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.8.2' }] }],
          database_specific: { source: 'https://github.com/github/advisory-database' },
        },
        { package: { ecosystem: 'npm', name: 'somebody-elses' }, versions: ['1.0.0'] },
      ],
      references: [
        { type: 'WEB', url: 'https://github.com/axios/axios/issues/6463' },
        { type: 'FIX', url: 'https://github.com/axios/axios/commit/fb8eec2' },
        { type: 'FIX', url: 'javascript:alert(1)' },
      ],
      database_specific: { severity: 'HIGH', cwe_ids: ['CWE-918'], github_reviewed: true },
    },
    {
      id: PYSEC,
      modified: '2026-04-01T00:00:00Z',
      published: '2026-03-30T00:00:00Z',
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'flask-login' },
          ranges: [
            { type: 'GIT', repo: 'https://github.com/a/b', events: [{ introduced: '0' }] },
            { type: 'ECOSYSTEM', events: [{ introduced: '0' }, { last_affected: '0.6.0' }] },
          ],
          versions: ['0.5.0', '0.6.0'],
        },
      ],
    },
    {
      id: MALWARE,
      modified: '2026-05-01T00:00:00Z',
      published: '2026-05-01T00:00:00Z',
      summary: 'Malicious code in @acme/beta (npm)',
      affected: [{ package: { ecosystem: 'npm', name: '@acme/beta' }, versions: ['6.6.6'] }],
    },
  ];
}

/** The advisories of GitHub: one of malware that OSV does not list, and the probability of an attack. */
export function githubAdvisories(): GithubAdvisory[] {
  return [
    {
      ghsa_id: 'GHSA-aaaa-bbbb-cccc',
      type: 'malware',
      cve_id: null,
      summary: 'Malware in axios',
      severity: 'critical',
      published_at: '2026-06-01T00:00:00Z',
      updated_at: '2026-06-02T00:00:00Z',
      withdrawn_at: null,
      vulnerabilities: [
        { package: { ecosystem: 'npm', name: 'axios' }, vulnerable_version_range: '= 1.8.1' },
      ],
      epss: null,
    },
    {
      ghsa_id: GHSA,
      type: 'reviewed',
      updated_at: '2026-03-08T16:02:43Z',
      vulnerabilities: [
        { package: { ecosystem: 'npm', name: 'axios' }, vulnerable_version_range: '< 1.8.2' },
      ],
      epss: { percentage: 0.12, percentile: 0.95 },
    },
  ];
}
