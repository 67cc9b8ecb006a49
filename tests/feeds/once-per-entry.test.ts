import assert from 'node:assert/strict';
import test from 'node:test';
import type { FeedEntry } from '../../src/feeds/feed-document.ts';
import { oncePerEntry } from '../../src/feeds/once-per-entry.ts';

const entry = (title: string): FeedEntry => ({
  id: 'pkg:npm/a@1.0.0',
  title,
  url: 'https://tidings.example/a/',
  published: '2026-11-20T10:00:00Z',
  updated: '2026-11-20T10:00:00Z',
  summary: '',
  tags: [],
});

test('a form is made once for each entry, and an equal entry has one of its own', () => {
  const made: string[] = [];
  const formOf = oncePerEntry(({ title }) => {
    made.push(title);
    return title === 'none' ? undefined : title.toUpperCase();
  });
  const [one, same, none] = [entry('one'), entry('one'), entry('none')];
  assert.deepEqual(
    [formOf(one), formOf(one), formOf(none), formOf(none), formOf(same)],
    ['ONE', 'ONE', undefined, undefined, 'ONE'],
  );
  assert.deepEqual(made, ['one', 'none', 'one']);
});
