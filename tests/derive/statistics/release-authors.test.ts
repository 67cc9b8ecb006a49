import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { releaseAuthors } from '../../../src/derive/statistics/release-authors.ts';
import { aProject } from '../../build-release.ts';
import { releasedOn } from './released-on.ts';

const on = (project: ReturnType<typeof aProject>, author: string | undefined, count: number) =>
  releasedOn(
    Array.from({ length: count }, () => '2026-11-20'),
    author === undefined ? {} : { author },
    project,
  );

const github = aProject({ id: 'other', package: parsePackage('pkg:github/acme/tool') });

describe('who puts releases out', () => {
  test('nobody', () => assert.deepEqual(releaseAuthors([]), { authors: [], known: 0, all: 0 }));

  test('the busiest first, then by name; what names nobody is counted apart', () => {
    const entries = [
      ...on(aProject(), 'zoe', 1),
      ...on(aProject(), 'bob', 3),
      ...on(aProject(), 'amy', 1),
      ...on(aProject(), undefined, 2),
    ];
    const { authors, known, all } = releaseAuthors(entries);
    assert.deepEqual(
      authors.map(({ name, releases }) => [name, releases]),
      [
        ['bob', 3],
        ['amy', 1],
        ['zoe', 1],
      ],
    );
    assert.deepEqual([known, all], [5, 7]);
  });

  test('one name at two sources is two accounts', () => {
    const { authors } = releaseAuthors([...on(aProject(), 'amy', 1), ...on(github, 'amy', 1)]);
    assert.deepEqual(
      authors.map(({ type, releases }) => [type, releases]),
      [
        ['github', 1],
        ['npm', 1],
      ],
    );
  });

  test('a name that objects know is a name', () => {
    assert.equal(releaseAuthors(on(aProject(), '__proto__', 2)).authors[0]?.releases, 2);
  });
});
