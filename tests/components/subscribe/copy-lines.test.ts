import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyLines } from '../../../src/components/subscribe/copy-lines.ts';

/** A field, and what was done to it. */
function aField(value: string) {
  const done: string[] = [];
  return { value, done, focus: () => void done.push('focus'), select: () => void done.push('select') };
}

test('lines go to the clipboard as they are, and the reader is told', async () => {
  const [field, written] = [aField('a\nb'), [] as string[]];
  assert.equal(await copyLines(field, async (text) => void written.push(text)), 'Copied.');
  assert.deepEqual([written, field.done], [['a\nb'], []]);
});

test('lines that the browser does not copy are selected, and the reader is told how to go on', async () => {
  const field = aField('a');
  const said = await copyLines(field, () => Promise.reject(new Error('not allowed')));
  assert.match(said, /selected: press Ctrl\+C/);
  assert.deepEqual(field.done, ['focus', 'select']);
});
