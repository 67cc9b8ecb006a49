import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isTurned, shareOfQuote, strangeWords } from '../../../src/derive/summaries/carried-words.ts';

describe('the words of a text', () => {
  for (const [text, quote] of [
    ['Drops support for Node 18', 'Dropped support for Node 18; Node 20 is needed'],
    ['Fixes a crash with an empty config', 'Fixed a crash when the config file is empty (#812)'],
    ['Adds a --json flag', 'New flag `--json` for the list command'],
    ['createServer() takes an AbortSignal', '`createServer()` takes an `AbortSignal`'],
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
  ] as const) {
    test(`${text} / ${sentence}`, () => assert.equal(isTurned(text, sentence), turned));
  }
});
