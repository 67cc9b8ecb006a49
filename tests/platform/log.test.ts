import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeLine } from '../../src/platform/escape-line.ts';
import { createLog } from '../../src/platform/log.ts';

function open() {
  const lines: string[] = [];
  return { lines, log: createLog((line) => lines.push(line)) };
}

for (const [text, escaped] of [
  ['fetched é ☃ 👍', 'fetched é ☃ 👍'],
  ['two\nlines\r\n', 'two\\u{a}lines\\u{d}\\u{a}'],
  ['\u001b[31mred\u0007', '\\u{1b}[31mred\\u{7}'],
  ['\u009b31m\u007f\u0000\t', '\\u{9b}31m\\u{7f}\\u{0}\\u{9}'],
  ['a\u202eb\u2066c\u200fd\u061c', 'a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}'],
  ['\ufeffa\u200bb\u2028c\u2029', '\\u{feff}a\\u{200b}b\\u{2028}c\\u{2029}'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
  ['half \ud800', 'half \\u{d800}'],
  ['::add-mask::x', '\\u{3a}:add-mask::x'],
  ['  ::error::x', '  \\u{3a}:error::x'],
  ['say ##[error]x ##[x', 'say \\u{23}#[error]x \\u{23}#[x'],
  ['std::vector #1 [x] :a', 'std::vector #1 [x] :a'],
] as const) {
  test(`${JSON.stringify(text)} is one harmless line`, () => assert.equal(escapeLine(text), escaped));
}

test('a message is one line', () => {
  const { log, lines } = open();
  log('one\n::error::two');
  log('');
  assert.deepEqual(lines, ['one\\u{a}::error::two\n', '\n']);
});

test('secrets are masked, as they are and in addresses', () => {
  const { log, lines } = open();
  log('hunter2/+ before');
  log.hide('hunter2/+');
  log.hide('hunter2/+more');
  log.hide('');
  log.hide(undefined);
  log(`hunter2/+more, hunter2/+, hunter2%2F%2B, ${'hunter2/+'.repeat(2)}`);
  assert.deepEqual(lines, ['hunter2/+ before\n', '***, ***, ***, ******\n']);
});

test('a secret with a line break is masked before it is escaped', () => {
  const { log, lines } = open();
  log.hide('one\ntwo');
  log('the key is one\ntwo');
  assert.deepEqual(lines, ['the key is ***\n']);
});

test('standard error is where it goes', (t) => {
  const write = t.mock.method(process.stderr, 'write', () => true);
  createLog()('hello');
  assert.deepEqual(write.mock.calls[0]?.arguments, ['hello\n']);
});
