import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { busiestFirst, gravestFirst, overdueFirst } from '../../../src/derive/statistics/rank-projects.ts';
import { aProject, aRelease } from '../../build-release.ts';
import { aChange } from '../build-change.ts';
import { AS_OF, counted, statisticsFor } from './counted.ts';

/** A project with releases so many days before the moment, each `every` days after the one before. */
function regular(id: string, every: number, silent: number, count = 8) {
  const releases = Array.from({ length: count }, (_, index) => {
    const publishedAt = new Date(Date.parse(AS_OF) - (silent + index * every) * 86_400_000).toISOString();
    return aRelease({
      version: `1.0.${count - index}`,
      publishedAt: `${publishedAt.slice(0, 19)}Z`,
      seenAt: AS_OF,
    });
  });
  return counted(aProject({ id, name: id }), releases);
}

describe('projects that are overdue', () => {
  const punctual = regular('punctual', 10, 5);
  const late = regular('late', 10, 30);
  const later = regular('later', 10, 90);

  test('those that are silent for longest by their own measure come first', () => {
    const { projects } = statisticsFor([punctual, late, later]);
    assert.deepEqual(
      overdueFirst(projects).map(({ project, rhythm }) => [project.id, rhythm.silentDays]),
      [
        ['later', 90],
        ['late', 30],
      ],
    );
  });

  test('of one that cannot be read nobody knows; read in part, it is read', () => {
    const failure = { package: late.project.package.purl, since: AS_OF, kind: 'host' } as const;
    const unread = { ...late, failures: [failure] };
    const partly = { ...late, failures: [{ ...failure, kind: 'incomplete' as const }] };
    assert.equal(overdueFirst(statisticsFor([unread]).projects).length, 0);
    assert.equal(overdueFirst(statisticsFor([partly]).projects).length, 1);
  });
});

test('the busiest in the period come first, whatever they did before', () => {
  const { projects, from } = statisticsFor([
    regular('old', 1, 500, 30),
    regular('a', 20, 1, 3),
    regular('b', 20, 1, 4),
  ]);
  assert.deepEqual(
    busiestFirst(projects, from).map(({ project }) => project.id),
    ['b', 'a', 'old'],
  );
});

test('moved tags weigh more than late notes, and what could not be observed is left out', () => {
  const asked = {
    publishedAt: '2026-11-10T00:00:00Z',
    seenAt: '2026-11-10T00:00:00Z',
    notesFrom: 'release',
  } as const;
  const held = (id: string, fields: object) => {
    const project = aProject({ id });
    return counted({ ...project, package: { ...project.package, purl: `pkg:npm/${id}` } }, [
      aRelease({ version: '1.0.0', ...fields }),
    ]);
  };
  const projects = [
    held('dark', {}),
    held('good', { commit: 'c0ffee0' }),
    held('late', asked),
    held('moved', { commit: 'c0ffee0' }),
  ];
  const moved = aChange('tag-moved', { package: 'pkg:npm/moved' });
  assert.deepEqual(
    gravestFirst(statisticsFor(projects, [moved]).projects).map(({ project }) => project.id),
    ['moved', 'late', 'good'],
  );
});
