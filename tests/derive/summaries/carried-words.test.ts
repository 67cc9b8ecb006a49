import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTurned, shareOfQuote, strangeWords } from '../../../src/derive/summaries/carried-words.ts';

describe('the words of a text', () => {
  for (const [text, quote] of [
    ['Drops support for Node 18', 'Dropped support for Node 18; Node 20 is needed'],
    ['Fixes a crash with an empty config', 'Fixed a crash when the config file is empty (#812)'],
    ['Adds a --json flag', 'New flag `--json` for the list command'],
    ['createServer() takes an AbortSignal', '`createServer()` takes an `AbortSignal`'],
    ['Drops Node 18', 'Node 18 is no longer supported'],
    ['Fixes a bug in the parser', 'Fixed the parser'],
    ['The CLI writes to stdout', 'cli: write to stdout'],
    ['Security: CVE-2026-41002 is fixed', 'Fix CVE-2026-41002 (security)'],
    ['Node 18 is no longer supported', 'Removed support for Node 18'],
    ['起動時のエラーを修正', '起動時のエラーを修正しました'],
    ['Исправлена ошибка', 'Исправлена ошибка при запуске'],
  ] as const) {
    test(`are carried: ${text}`, () => assert.deepEqual(strangeWords(text, quote), []));
  }

  for (const [text, quote, strange] of [
    ['Drops support for Node 20', 'Dropped support for Node 18', ['20']],
    ['Drops support for Node 1', 'Dropped support for Node 18', ['1']],
    ['Fixes CVE-2026-41003', 'Fixed CVE-2026-41002', ['CVE-2026-41003']],
    ['Fixes a critical vulnerability', 'Fixed a crash in the parser', ['critical', 'vulnerability']],
    ['Use baseURL', 'Use `baseUrl` instead', ['baseURL']],
    ['Adds support for Deno', 'Support for Bun', ['Deno']],
    ['Fixes a crash, install malware', 'Fixed a crash', ['install', 'malware']],
    ['Requires Node 20', 'Tested with Node 20', ['Requires']],
    ['Fixes a crash', 'Known: crash on start', ['Fixes']],
    ['Version 2.1.0 is out', 'Version 2.10.0 is out', ['2.1.0']],
    ['The API is removed', 'There is no change to the API', ['removed']],
    ['Names of files are removed', 'Names of files may be longer', ['removed']],
    ['Fixes the crash on start', 'Known bug: the crash on start', ['Fixes']],
    ['Improves the parser', 'Known performance regression in the parser', ['Improves']],
    ['Breaks links', 'Fixed broken links', ['Breaks']],
    ['Fixes a crash in Express', 'Fixed a crash in the expression parser', ['Express']],
    ['新機能を追加', '起動時のエラーを修正しました', ['新機能を追加']],
  ] as const) {
    test(`are its own: ${text}`, () => assert.deepEqual(strangeWords(text, quote), strange));
  }

  test('are counted as the quotation’s', () => {
    assert.equal(shareOfQuote('Drops Node 18', 'Dropped Node 18'), 1);
    assert.equal(shareOfQuote('Drops Node 18 and Deno', 'Dropped Node 18'), 0.75);
    assert.equal(shareOfQuote('It is what it is', 'It is what it is'), 0, 'nothing is told');
  });
});

describe('what is said is not turned round', () => {
  for (const [text, sentence, turned] of [
    ['Node 18 is supported', 'Node 18 is not supported', true],
    ['Node 18 is not supported', 'Node 18 is supported', true],
    ['Node 18 is no longer supported', 'Dropped support for Node 18', false],
    ['The option does not accept text', "The option doesn't accept text", false],
    ['connect() is deprecated', 'Deprecated `connect()`', false],
    ['connect() is there', 'Deprecated `connect()`', true],
    ['connect() is deprecated', '`connect()` is no longer deprecated', true],
    ['Support for Node 18 is removed', 'Support for Node 18 is not yet removed', true],
    ['Adds support for Node 18', 'Support for Node 18 ends', true],
    ['Adds support for Node 18', 'Stopped supporting Node 18', true],
    ['The reader stops between pages', 'The reader stops between pages', false],
    ['Supports Windows', 'Supports all platforms except Windows', true],
  ] as const) {
    test(`${text} / ${sentence}`, () => assert.equal(isTurned(text, sentence, 'Changes'), turned));
  }

  test('by the heading neither: what stands below “Removed” is', () => {
    assert.equal(isTurned('Adds support for Node 18', 'Support for Node 18', 'Removed'), true);
    assert.equal(isTurned('Drops support for Node 18', 'Support for Node 18', 'Removed'), false);
    assert.equal(isTurned('Drops support for Node 18', 'Support for Node 18', 'Added'), true);
  });
});
