import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { summaryInWords } from '../../../src/derive/statistics/summary-words.ts';
import { aProject, aRelease } from '../../build-release.ts';
import { AS_OF, counted, statisticsFor } from './counted.ts';

function project(name: string, days: readonly string[]) {
  const releases = days.map((day, index) =>
    aRelease({ version: `1.0.${index}`, publishedAt: `${day}T0${index % 10}:30:00Z`, seenAt: AS_OF }),
  );
  return counted(aProject({ id: name.toLowerCase(), name }), releases);
}

const many = (count: number, day: string) => Array.from({ length: count }, () => day);
const PERIOD = 'in the twelve weeks up to 27 November 2026';

describe('the statistics in a few sentences', () => {
  for (const [name, projects, sentences] of [
    ['nothing at all', [], [`Nothing came out ${PERIOD}.`]],
    ['nothing of late', [project('Old', ['2026-01-01'])], [`Nothing came out ${PERIOD}.`]],
    ['one release', [project('One', ['2026-11-25'])], [`1 project put out 1 release ${PERIOD}.`]],
    [
      'many on one day',
      [project('A', many(9, '2026-11-24')), project('B', [...many(5, '2026-11-11'), '2026-11-12'])],
      [
        `2 projects put out 15 releases ${PERIOD}, three in five of them on a Tuesday.`,
        'The busiest was A with 9, three in five of them.',
      ],
    ],
    [
      'one project alone is no comparison',
      [project('A', many(10, '2026-11-24'))],
      [`1 project put out 10 releases ${PERIOD}, all of them on a Tuesday.`],
    ],
    [
      'a rhythm that is kept',
      [project('A', ['2026-11-01', '2026-11-05', '2026-11-09', '2026-11-13', '2026-11-17', '2026-11-21'])],
      [`1 project put out 6 releases ${PERIOD}.`, 'By its own rhythm, none is overdue.'],
    ],
    [
      'one that is not',
      [project('A', ['2026-10-01', '2026-10-05', '2026-10-09', '2026-10-13', '2026-10-17', '2026-10-21'])],
      [`1 project put out 6 releases ${PERIOD}.`, 'By its own rhythm, 1 project is overdue.'],
    ],
  ] as const) {
    test(name, () => assert.deepEqual(summaryInWords(statisticsFor(projects)), sentences));
  }
});
