import { type ApiFile, apiFiles } from '../../src/api/api-files.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { Project } from '../../src/core/project.ts';
import type { Release } from '../../src/core/release.ts';
import { joinRecords } from '../../src/derive/advisories/join-records.ts';
import { projectAdvisories } from '../../src/derive/advisories/project-advisories.ts';
import { indexByPackage } from '../../src/derive/advisories/vulnerability.ts';
import { projectEntries } from '../../src/derive/entries.ts';
import { standing } from '../../src/derive/standing.ts';
import { meaningOf } from '../../src/site/meaning.ts';
import type { ProjectView, Site } from '../../src/site.ts';
import { aProject, aRecord, aRelease, hoursLater, IMPORTED } from '../build-release.ts';
import { affects, anAdvisory } from '../derive/advisories/a-record.ts';
import { aChange } from '../derive/build-change.ts';
import { aSite, aView } from '../outputs/build-site.ts';

export const SITE_URL = 'https://team.example/tidings/';

export const HOSTILE = '</script><b>"&\'\\ \u202e\u0007\n\u{1f600}`$(id)`';

/** The files of a site, by path. */
export function filesOf(site: Site): Map<string, string> {
  const files: ApiFile[] = [...apiFiles(site, SITE_URL, meaningOf)];
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** One document of a site. */
export function documentOf(site: Site, path: string): unknown {
  const text = filesOf(site).get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return JSON.parse(text);
}

/** So many releases, the newest first: 1.<count>.0 down to 1.1.0, an hour apart, the oldest always the same. */
export function releases(count: number): Release[] {
  return Array.from({ length: count }, (_, index) =>
    aRelease({ version: `1.${count - index}.0`, publishedAt: hoursLater(-9000 + count - index) }),
  );
}

const ADVISORIES = joinRecords([
  anAdvisory({
    id: 'GHSA-aaaa-bbbb-cccc',
    aliases: ['CVE-2026-1234'],
    published: '2026-03-01T00:00:00Z',
    summary: `Prototype pollution ${HOSTILE.replaceAll('\n', ' ')}`,
    databaseSeverity: 'HIGH',
    epss: 0.1,
    affected: [affects('pkg:npm/tool', { ranges: ['+0 -1.1.0'] })],
  }),
  anAdvisory({
    id: 'GHSA-dddd-eeee-ffff',
    affected: [affects('pkg:npm/tool', { ranges: ['+1.0.0 -3.0.0'] })],
  }),
]);

const RELEASES = [
  aRelease({ version: '3.0.0-rc.1', publishedAt: '2026-09-20T00:00:00Z', prerelease: true }),
  aRelease({
    version: '2.0.0',
    publishedAt: '2026-09-10T00:00:00Z',
    commit: '858150719d5deb6250bb45b88e667356c1c8f985',
    immutable: true,
    provenance: 'https://slsa.dev/provenance/v1',
    notes: ['### BREAKING CHANGES', '', `- No Node 18 ${HOSTILE.replaceAll('\n', ' ')}`],
    notesFrom: 'release',
  }),
  aRelease({ version: '1.1.0', publishedAt: '2026-08-05T00:00:00Z', deprecated: HOSTILE }),
  aRelease({ version: '1.0.1', publishedAt: '2026-08-04T00:00:00Z', yanked: 'broken build' }),
  aRelease({
    version: '1.0.0',
    publishedAt: '2026-08-03T00:00:00Z',
    missingSince: '2026-10-01T00:00:00Z',
    withdrawnAt: '2026-10-03T00:00:00Z',
  }),
];

const UPSTREAM = {
  description: `A tool ${HOSTILE}`,
  license: 'MIT',
  homepage: 'https://tool.example/',
  repository: 'https://github.com/acme/tool',
  archived: true as const,
};

const FAILURE = {
  package: 'pkg:github/acme/tool',
  since: '2026-10-01T00:00:00Z',
  kind: 'host',
  status: 502,
} as const;

/** A project with something of everything. */
export function aFullView(fields: Partial<Project> = {}): ProjectView {
  const channel = parsePackage('pkg:github/acme/tool');
  const project = aProject({
    name: `Tool ${HOSTILE}`,
    channels: [channel],
    tags: ['infra'],
    lists: [
      { list: 'main', uses: undefined },
      { list: 'ours', uses: '1.0.0' },
    ],
    ...fields,
  });
  const records = new Map([
    ['pkg:npm/tool', aRecord({ package: 'pkg:npm/tool', upstream: UPSTREAM, releases: RELEASES })],
    [channel.purl, aRecord({ releases: [aRelease({ version: 'v2.0.0' })] })],
  ]);
  const entries = projectEntries(project, records);
  return {
    project,
    entries,
    standing: standing(entries, IMPORTED),
    records,
    summaries: new Map(),
    advisories: projectAdvisories(project, entries, indexByPackage(ADVISORIES)),
    failures: [FAILURE],
  };
}

const CHANGES = [
  aChange('published', { package: 'pkg:npm/tool', version: '2.0.0', at: '2026-10-31T10:00:00Z' }),
  aChange('notes-edited', { version: '2.0.0', before: ['old', 'notes'], after: 'sha256:00' }),
  aChange('asset-replaced', {
    at: '2026-11-06T00:00:00Z',
    version: '2.0.0',
    subject: HOSTILE,
    before: 'sha256:aa',
    after: 'sha256:bb',
  }),
  aChange('tag-moved', {
    at: '2026-11-07T00:00:00Z',
    version: '2.0.0',
    subject: 'v2.0.0',
    before: 'aaaaaaa',
    after: 'bbbbbbb',
    flap: true,
  }),
  aChange('withdrawn', { at: '2026-11-07T00:00:00Z', package: 'pkg:npm/nobody-follows-it' }),
];

/** A site with something of everything: a full project, one without releases, one of 250, and one whose versions are hostile. */
export function aFullSite(fields: Partial<Site> = {}): Site {
  const full = aFullView();
  const many = aView(
    releases(250),
    aProject({ id: 'many', name: 'Many', package: parsePackage('pkg:npm/many') }),
  );
  const empty = aView([], aProject({ id: 'empty', name: 'Empty', package: parsePackage('pkg:npm/empty') }));
  const odd = aView(
    [
      aRelease({ version: HOSTILE }),
      aRelease({ version: '../../etc/passwd', publishedAt: '2026-01-01T00:00:00Z' }),
    ],
    aProject({ id: 'odd', name: 'Odd', package: parsePackage('pkg:npm/odd'), track: { scheme: 'loose' } }),
  );
  const projects = [empty, many, odd, full];
  return aSite(projects, {
    lists: [{ list: 'main', title: `Main ${HOSTILE}`, views: projects }],
    changes: CHANGES,
    vulnerabilities: ADVISORIES,
    failures: [FAILURE],
    ...fields,
  });
}
