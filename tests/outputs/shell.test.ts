import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillShell, readShell } from '../../src/outputs/shell.ts';
import { FormatError } from '../../src/platform/errors.ts';

const PAGE = '<title>@@title@@ · Tidings</title><h1>@@title@@</h1>@@body@@<footer>a@b.example</footer>';

describe('the shell of pages', () => {
  test('is taken apart at its marks, each as often as it stands there', () => {
    assert.deepEqual(readShell(PAGE), {
      gaps: ['title', 'title', 'body'],
      pieces: ['<title>', ' · Tidings</title><h1>', '</h1>', '<footer>a@b.example</footer>'],
    });
  });

  test('gets its values and nothing else', () => {
    assert.equal(
      fillShell(readShell(PAGE), { title: 'T', body: '<p>B</p>', unused: 'U' }),
      '<title>T · Tidings</title><h1>T</h1><p>B</p><footer>a@b.example</footer>',
    );
  });

  test('never takes a value for a mark, nor for a pattern of replacement', () => {
    const shell = readShell('@@body@@|@@title@@');
    assert.equal(
      fillShell(shell, { body: '@@title@@ $& $1 $$', title: '@@body@@' }),
      '@@title@@ $& $1 $$|@@body@@',
    );
  });

  test('takes an empty value for a value', () => {
    assert.equal(fillShell(readShell('[@@body@@]'), { body: '' }), '[]');
  });

  test('with a gap at either end is whole', () => {
    assert.equal(fillShell(readShell('@@a@@@@b@@'), { a: '1', b: '2' }), '12');
  });

  test('without a gap is no shell', () => {
    assert.throws(
      () => readShell('<p>@@Title@@ @title@</p>'),
      new FormatError('the shell has no gap to fill'),
    );
  });

  test('names the gap that nothing fills', () => {
    assert.throws(
      () => fillShell(readShell(PAGE), { title: 'T' }),
      new FormatError('the shell asks for “body”, which nothing fills'),
    );
  });
});
