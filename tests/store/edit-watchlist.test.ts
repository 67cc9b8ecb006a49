import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError } from '../../src/platform/errors.ts';
import { addToWatchlist, newWatchlist } from '../../src/store/add-to-watchlist.ts';
import { setUses } from '../../src/store/set-uses.ts';
import { parseWatchlist } from '../../src/store/watchlists.ts';

const LIST = `# ours
title: Tools   # the title
projects:
    # first
    - pkg:npm/a # why a
    - package: 'pkg:npm/@acme/b' # why b
      tags: [x]   # tags
      uses: "1.0" # kept

    - { package: pkg:npm/c, tags: [y] } # flow
    - { package: pkg:npm/d, uses: 1.0.0, tags: [y] }
    - tags:
        - z
      package: pkg:npm/e
    # last
`;

/** What differs, line by line. */
function difference(before: string, after: string): string[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !young.includes(line)).map((line) => `-${line}`),
    ...young.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('adding projects', () => {
  test('in the short form, or with an id, a version and a day', () => {
    const text = addToWatchlist(LIST, [
      { package: 'pkg:npm/f' },
      { package: 'pkg:npm/g', id: 'acme-g', uses: "1'0", since: '2025-01-01' },
    ]);
    assert.deepEqual(difference(LIST, text), [
      '+    - pkg:npm/f',
      '+    - package: pkg:npm/g',
      "+      id: 'acme-g'",
      "+      uses: '1''0'",
      '+      track: { since: 2025-01-01 }',
    ]);
    assert.ok(text.endsWith('2025-01-01 }\n    # last\n'));
    const { watchlist } = parseWatchlist('main', text);
    assert.deepEqual(watchlist?.projects.slice(5), [
      'pkg:npm/f',
      { package: 'pkg:npm/g', id: 'acme-g', uses: "1'0", track: { since: '2025-01-01' } },
    ]);
  });

  test('nothing to add is no change', () => assert.equal(addToWatchlist('whatever', []), 'whatever'));

  test('lines end as the others do, and the last need not', () => {
    const windows = 'title: T\r\nprojects:\r\n- pkg:npm/a\r\n# end\r\n';
    assert.equal(
      addToWatchlist(windows, [{ package: 'pkg:npm/b', uses: '1' }]),
      "title: T\r\nprojects:\r\n- pkg:npm/a\r\n- package: pkg:npm/b\r\n  uses: '1'\r\n# end\r\n",
    );
    assert.equal(
      addToWatchlist('title: T\nprojects:\n- pkg:npm/a', [{ package: 'pkg:npm/b' }]),
      'title: T\nprojects:\n- pkg:npm/a\n- pkg:npm/b\n',
    );
  });

  for (const [title, projects] of [
    ['an empty list', '[]'],
    ['a list in one line', '[pkg:npm/a]'],
    ['no list', ''],
    ['a map', '{ a: 1 }'],
  ]) {
    test(`${title} is an error with a remedy`, () => {
      assert.throws(
        () => addToWatchlist(`title: T\nprojects: ${projects}\n`, [{ package: 'pkg:npm/b' }]),
        (error: unknown) => error instanceof ConfigError && /behind “- ”/.test(error.remedy ?? ''),
      );
    });
  }

  test('a new list can be read', () => {
    const text = newWatchlist("It's # ours", [
      { package: 'pkg:npm/a' },
      { package: 'pkg:npm/b', uses: '1.10' },
    ]);
    assert.deepEqual(parseWatchlist('x', text).watchlist, {
      title: "It's # ours",
      projects: ['pkg:npm/a', { package: 'pkg:npm/b', uses: '1.10' }],
    });
  });
});

describe('setting versions in use', () => {
  const ALL = new Map([
    [0, '1'],
    [1, '2.0'],
    [2, '3'],
    [3, '4'],
    [4, '5'],
  ]);

  test('in every form, and nothing else changes', () => {
    assert.deepEqual(difference(LIST, setUses(LIST, ALL)), [
      '-    - pkg:npm/a # why a',
      '-      uses: "1.0" # kept',
      '-    - { package: pkg:npm/c, tags: [y] } # flow',
      '-    - { package: pkg:npm/d, uses: 1.0.0, tags: [y] }',
      '+    - package: pkg:npm/a # why a',
      "+      uses: '1'",
      "+      uses: '2.0' # kept",
      "+    - { package: pkg:npm/c, tags: [y], uses: '3' } # flow",
      "+    - { package: pkg:npm/d, uses: '4', tags: [y] }",
      "+      uses: '5'",
    ]);
  });

  test('what is read back is the same with the versions', () => {
    const before = parseWatchlist('main', LIST).watchlist?.projects ?? [];
    const after = parseWatchlist('main', setUses(LIST, ALL)).watchlist?.projects;
    assert.deepEqual(
      after,
      before.map((one, index) => ({
        ...(typeof one === 'string' ? { package: one } : one),
        uses: ALL.get(index),
      })),
    );
  });

  test('twice is once, and none is no change', () => {
    assert.equal(setUses(LIST, new Map()), LIST);
    assert.equal(setUses(setUses(LIST, ALL), ALL), setUses(LIST, ALL));
  });

  test('a list in one line, Windows lines, and no line at the end', () => {
    assert.equal(
      setUses('title: T\nprojects: [pkg:npm/a, "pkg:npm/b"]\n', new Map([[1, '1']])),
      'title: T\nprojects: [pkg:npm/a, { package: "pkg:npm/b", uses: \'1\' }]\n',
    );
    assert.equal(
      setUses('projects:\r\n- pkg:npm/a\r\n- pkg:npm/b\r\n', new Map([[0, '1']])),
      "projects:\r\n- package: pkg:npm/a\r\n  uses: '1'\r\n- pkg:npm/b\r\n",
    );
    assert.equal(
      setUses('projects:\n- pkg:npm/a', new Map([[0, '1']])),
      "projects:\n- package: pkg:npm/a\n  uses: '1'",
    );
  });

  test('a project that is none of these is an error', () => {
    for (const text of ['projects:\n- [a]\n', 'projects: 5\n', 'projects:\n- tags: [a]\n']) {
      assert.throws(
        () => setUses(text, new Map([[0, '1']])),
        (error: unknown) => error instanceof ConfigError && error.remedy !== undefined,
      );
    }
  });
});
