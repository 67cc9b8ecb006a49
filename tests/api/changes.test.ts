import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiAdvisoryList } from '../../src/api/shapes/advisory-list.ts';
import { ApiIndex } from '../../src/api/shapes/api-index.ts';
import { ApiChangeMonth } from '../../src/api/shapes/change-month.ts';
import { ApiProjectList } from '../../src/api/shapes/project-list.ts';
import { ApiReleaseMonth } from '../../src/api/shapes/release-month.ts';
import { changeId } from '../../src/core/change.ts';
import type { FailureKind } from '../../src/core/health.ts';
import { notesHash } from '../../src/core/notes.ts';
import { aProject, aRelease } from '../build-release.ts';
import { aChange } from '../derive/build-change.ts';
import { aSite, aView } from '../outputs/build-site.ts';
import { aFullSite, aFullView, documentOf, HOSTILE } from './an-api.ts';

const site = aFullSite();

describe('the changes of a month', () => {
  const { changes } = ApiChangeMonth.parse(documentOf(site, 'api/v1/changes/2026-11.json'));

  test('are those of what is followed, newest first, with ids for ever', () => {
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['tag-moved', 'asset-replaced', 'notes-edited'],
    );
    const moved = site.changes.find(({ kind }) => kind === 'tag-moved') ?? assert.fail();
    assert.equal(changes[0]?.id, changeId(moved));
    assert.equal(changes[0]?.flap, true);
    assert.equal(changes[0]?.page, site.ledger.placeOf(moved));
  });

  test('hash the text that was replaced, and keep other values', () => {
    assert.equal(changes[2]?.before, notesHash('old\nnotes'));
    assert.deepEqual([changes[1]?.before, changes[1]?.after], ['sha256:aa', 'sha256:bb']);
    assert.equal(changes[1]?.subject, HOSTILE);
  });

  test('lead to the month before', () => {
    const { older } = ApiChangeMonth.parse(documentOf(site, 'api/v1/changes/2026-11.json'));
    assert.equal(older, 'api/v1/changes/2026-10.json');
    assert.equal(ApiChangeMonth.parse(documentOf(site, older ?? '')).older, undefined);
  });

  test('are told one by one, those too that a page tells as one', () => {
    const imports = Array.from({ length: 9 }, () => aChange('imported'));
    const many = aSite([aFullView()], { changes: imports });
    const { changes: told } = ApiChangeMonth.parse(documentOf(many, 'api/v1/changes/2026-11.json'));
    assert.equal(told.length, 9);
  });
});

describe('the releases of a month', () => {
  test('are those of all projects, newest first, withdrawn ones too', () => {
    const { releases } = ApiReleaseMonth.parse(documentOf(site, 'api/v1/releases/2026-08.json'));
    assert.deepEqual(
      releases.map(({ project, version, deprecated, yanked, withdrawnAt, breaking, security }) => [
        `${project} ${version}`,
        { deprecated, yanked, withdrawnAt, breaking, security },
      ]),
      [
        [
          'tool 1.1.0',
          {
            deprecated: true,
            yanked: undefined,
            withdrawnAt: undefined,
            breaking: undefined,
            security: true,
          },
        ],
        [
          'tool 1.0.1',
          {
            deprecated: undefined,
            yanked: true,
            withdrawnAt: undefined,
            breaking: undefined,
            security: undefined,
          },
        ],
        [
          'tool 1.0.0',
          {
            deprecated: undefined,
            yanked: undefined,
            withdrawnAt: '2026-10-03T00:00:00Z',
            breaking: true,
            security: undefined,
          },
        ],
      ],
    );
  });
});

describe('releases of one moment', () => {
  test('stand in an order of their own, not in that of their projects', () => {
    const view = (id: string) => aView([aRelease({ version: '1.0.0' })], aProject({ id }));
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const document = documentOf(aSite(ids.map(view)), 'api/v1/releases/2026-09.json');
      assert.deepEqual(
        ApiReleaseMonth.parse(document).releases.map(({ project }) => project),
        ['a', 'b'],
      );
    }
  });
});

describe('what fails', () => {
  const since = '2026-10-01T00:00:00Z';
  const failing = (kind: FailureKind, purl = 'pkg:npm/tool') => {
    const failures = [{ package: purl, since, kind }];
    const one = aSite([{ ...aFullView(), failures }], { failures });
    return {
      counted: ApiIndex.parse(documentOf(one, 'api/v1/index.json')).counts.failing,
      listed: ApiProjectList.parse(documentOf(one, 'api/v1/projects.json')).projects[0]?.failing,
    };
  };

  test('is counted and listed', () => assert.deepEqual(failing('gone'), { counted: 1, listed: true }));
  test('is not what is read in part', () =>
    assert.deepEqual(failing('incomplete'), { counted: 0, listed: undefined }));
  test('is not what nobody follows', () => assert.equal(failing('gone', 'pkg:npm/nobody').counted, 0));
});

describe('the index', () => {
  const index = ApiIndex.parse(documentOf(site, 'api/v1/index.json'));

  test('counts what there is', () => {
    assert.deepEqual(index.counts, {
      projects: 4,
      packages: 5,
      releases: 257,
      changes: 4,
      advisories: 2,
      failing: 1,
    });
  });

  test('names the documents of every month, newest first', () => {
    assert.deepEqual(
      index.changes.map(({ month, count }) => [month, count]),
      [
        ['2026-11', 3],
        ['2026-10', 1],
      ],
    );
    const counted = index.releases.reduce((sum, { count }) => sum + count, 0);
    assert.equal(counted, index.counts.releases);
  });
});

describe('the advisories', () => {
  test('say what they mean for each project', () => {
    const { advisories } = ApiAdvisoryList.parse(documentOf(site, 'api/v1/advisories.json'));
    const of = (id: string) => advisories.find((one) => one.id === id) ?? assert.fail(id);
    assert.deepEqual(of('GHSA-aaaa-bbbb-cccc').projects, [
      { project: 'tool', affected: 2, fixedBy: ['1.1.0'] },
    ]);
    assert.deepEqual(of('GHSA-dddd-eeee-ffff').projects, [
      { project: 'tool', affected: 5, open: true, fixedIn: '3.0.0' },
    ]);
    assert.deepEqual(
      [of('GHSA-aaaa-bbbb-cccc').severity, of('GHSA-aaaa-bbbb-cccc').epss, of('GHSA-dddd-eeee-ffff').epss],
      ['high', 0.1, undefined],
    );
  });
});
