import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinFound } from '../../../src/components/search/join-found.ts';
import type { FoundNotes, NoteHit } from '../../../src/components/search/open-notes.ts';
import { readList } from '../../../src/derive/search/read-list.ts';

const [project] = readList({
  format: 1,
  asOf: '2026-11-01T00:00:00Z',
  notes: 7,
  projects: [{ id: 'x', name: 'X', package: 'pkg:npm/x', tags: [], versions: ['1'], days: [0], flags: '0' }],
});
const [release] = project?.releases ?? [];

function foundOf(...texts: readonly string[]): FoundNotes {
  assert.ok(project !== undefined && release !== undefined);
  const hits = texts.map(
    (text): NoteHit => ({ hit: { project, release }, excerpt: [{ text, isMatch: true }] }),
  );
  return { count: hits.length, slice: async (start, end) => hits.slice(start, end) };
}

test('what was found one after the other is one row', async () => {
  const joined = joinFound([foundOf('a', 'b', 'c'), foundOf(), foundOf('d', 'e', 'f', 'g')]);
  assert.equal(joined.count, 7);
  const slice = async (start: number, end: number) =>
    (await joined.slice(start, end)).map(({ excerpt }) => excerpt[0]?.text).join('');
  assert.equal(await slice(0, 2), 'ab');
  assert.equal(await slice(2, 5), 'cde');
  assert.equal(await slice(4, 20), 'efg');
  assert.equal(await slice(7, 17), '');
  assert.equal(joinFound([]).count, 0);
});
