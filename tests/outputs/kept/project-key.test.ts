import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import type { Project } from '../../../src/core/project.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import type { Entry } from '../../../src/derive/entry.ts';
import { toLedger } from '../../../src/derive/ledger.ts';
import { projectKeys } from '../../../src/outputs/kept/project-key.ts';
import type { ProjectView, Site } from '../../../src/site.ts';
import { aProject, aRecord, aRelease, IMPORTED } from '../../build-release.ts';
import { anAdvisory } from '../../derive/advisories/a-record.ts';
import { aChange } from '../../derive/build-change.ts';
import { aSite, aView } from '../build-site.ts';

const SURROUNDINGS = { code: 'one', url: 'https://team.example/', base: '/' };
const VIEW: ProjectView = {
  ...aView([aRelease({ version: '1.0.0', publishedAt: IMPORTED })]),
  records: new Map([['pkg:npm/tool', aRecord()]]),
};
const CHANGE = aChange('yanked', { package: VIEW.project.package.purl });
const SITE = aSite([VIEW], { changes: [CHANGE], asOf: '2026-11-01T20:00:00Z' });

interface Differs {
  readonly surroundings?: Partial<typeof SURROUNDINGS>;
  readonly site?: Partial<Site>;
  readonly view?: Partial<ProjectView>;
}

function keyOf({ surroundings, site, view }: Differs = {}): string {
  return projectKeys({ ...SITE, ...site }, { ...SURROUNDINGS, ...surroundings })({ ...VIEW, ...view });
}

const elsewhere = { ...SITE.ledger, placeOf: () => 'changes/2026/12/#c1' };
const vulnerable = joinRecords([anAdvisory()]);

function ofOwner(fields: Partial<Project>): Differs {
  return { site: { ledger: { ...SITE.ledger, projectOf: () => aProject(fields) } } };
}

function ofEntry(fields: Partial<Entry>): Differs {
  const [entry] = VIEW.entries;
  return entry === undefined
    ? {}
    : { site: { ledger: { ...SITE.ledger, entryOf: () => ({ ...entry, ...fields }) } } };
}

const DIFFERENCES: Readonly<Record<string, Differs>> = {
  'the code': { surroundings: { code: 'two' } },
  'the address': { surroundings: { url: 'https://other.example/' } },
  'the path': { surroundings: { base: '/tidings/' } },
  'the day': { site: { asOf: '2026-11-02T20:00:00Z' } },
  'the title of a list': { site: { lists: [{ list: 'main', title: 'Ours', views: [] }] } },
  'the project': { view: { project: aProject({ name: 'Other' }) } },
  'the records': {
    view: { records: new Map([['pkg:npm/tool', aRecord({ importedAt: '2026-10-01T00:00:00Z' })]]) },
  },
  'where it stands': { view: { standing: { ...VIEW.standing, inLastYear: 99 } } },
  'an advisory': { view: { advisories: { ...VIEW.advisories, all: vulnerable } } },
  'a failure': { view: { failures: [{ package: 'pkg:npm/tool', since: IMPORTED, kind: 'host' }] } },
  'a summary': { view: { summaries: new Map([['1.0.0', { model: 'm', content: {} }]]) } },
  'a change': { site: { changes: [CHANGE, { ...CHANGE, at: '2026-11-02T00:00:00Z' }] } },
  'the page of a change': { site: { ledger: elsewhere } },
  'the id of whom a change belongs to': ofOwner({ id: 'other' }),
  'the name of whom a change belongs to': ofOwner({ name: 'Other' }),
  'the tags of whom a change belongs to': ofOwner({ tags: ['infra'] }),
  'the package of whom a change belongs to': ofOwner({ package: parsePackage('pkg:npm/other') }),
  'the project whose page a release has': ofEntry({ project: aProject({ id: 'other' }) }),
  'the version that a release is shown by': ofEntry({ version: 'other' }),
  'the version that a release has its page by': ofEntry({ release: aRelease({ version: 'other' }) }),
};

describe('the key of a project', () => {
  test('is the same for the same data, and for the same day', () => {
    assert.equal(keyOf(), keyOf());
    const later = aSite([VIEW], { changes: [CHANGE], asOf: '2026-11-01T21:00:00Z' });
    assert.equal(keyOf({ site: later }), keyOf());
  });

  for (const [name, differs] of Object.entries(DIFFERENCES)) {
    test(`changes with ${name}`, () => assert.notEqual(keyOf(differs), keyOf()));
  }

  test('changes when the time for notes to come is over, within a day', () => {
    const release = aRelease({
      version: '2.0.0',
      seenAt: '2026-11-01T12:00:00Z',
      publishedAt: '2026-11-01T12:00:00Z',
    });
    const { entries } = aView([release]);
    const at = (asOf: string) => keyOf({ site: { asOf }, view: { entries } });
    assert.notEqual(at('2026-11-02T11:00:00Z'), at('2026-11-02T13:00:00Z'));
    assert.equal(at('2026-11-02T13:00:00Z'), at('2026-11-02T14:00:00Z'));
  });

  test('does not change with the ledger of another project', () => {
    const changes = [CHANGE, aChange('yanked', { package: 'pkg:npm/other' })];
    assert.equal(keyOf({ site: { changes } }), keyOf());
    assert.ok(toLedger(changes, [VIEW]).items.length > 0);
  });
});
