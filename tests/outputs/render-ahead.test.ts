import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAhead } from '../../src/outputs/render-ahead.ts';
import type { Renderer } from '../../src/render/renderer.ts';
import { notesHtml, useRenderer } from '../../src/site.ts';
import { stubRenderer } from './build-site.ts';
import { fiveProjects, NAMES } from './five-projects.ts';

const IDLE: Renderer = {
  render: async () => ({ html: '', fallback: false }),
  prepare: async () => {},
  close: async () => {},
};

test('all notes are rendered', async () => {
  const asked = stubRenderer();
  const notes = renderAhead(fiveProjects());
  assert.deepEqual([...notes.keys()], NAMES);
  await Promise.all(notes.values());
  assert.deepEqual(
    [...asked].sort(),
    NAMES.flatMap((name) => [`${name}1`, `${name}2`, `${name}3`]),
  );
});

test('notes of no more than two projects are asked for at a time', async () => {
  const asked: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  useRenderer({
    ...IDLE,
    prepare: async (text) => {
      asked.push(text);
      await promise;
    },
  });
  const notes = renderAhead(fiveProjects());
  await new Promise((done) => setImmediate(done));
  assert.deepEqual([...new Set(asked.map(([name]) => name))], ['a', 'b']);
  resolve();
  await Promise.all(notes.values());
  assert.equal(asked.length, 15);
});

test('what goes wrong with notes is thrown where they are waited for, and with no others', async () => {
  useRenderer({
    ...IDLE,
    prepare: async (text) => {
      if (text === 'b2') throw new Error('no worker');
    },
  });
  const notes = renderAhead(fiveProjects());
  // Nobody waits for it yet: that is no unhandled rejection.
  await notes.get('e');
  await new Promise((done) => setImmediate(done));
  await assert.rejects(async () => notes.get('b'), /no worker/);
  for (const name of ['a', 'c', 'd']) await notes.get(name);
});

test('notes are asked for where those of their project are kept', async () => {
  const shelves = new Set<string>();
  const ask = (_text: string, _context: object, shelf = 'none') => void shelves.add(shelf);
  useRenderer({
    ...IDLE,
    prepare: async (...asked) => ask(...asked),
    render: async (...asked) => {
      ask(...asked);
      return { html: '', fallback: false };
    },
  });
  await Promise.all(renderAhead(fiveProjects()).values());
  assert.deepEqual([...shelves].sort(), NAMES);
  shelves.clear();
  for (const view of fiveProjects()) for (const entry of view.entries) await notesHtml(view, entry);
  assert.deepEqual([...shelves].sort(), NAMES);
});
