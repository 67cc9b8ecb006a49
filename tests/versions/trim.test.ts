import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BLANK, trim } from '../../src/versions/trim.ts';

describe('trim', () => {
  for (const [text, expected] of [
    ['', ''],
    [' \t ', ''],
    ['1.0', '1.0'],
    [' 1.0', '1.0'],
    ['1.0\t ', '1.0'],
    ['\t 1. 0 \t', '1. 0'],
    ['\n1.0\n', '\n1.0\n'],
  ] as const) {
    test(JSON.stringify(text), () => assert.equal(trim(text, ' \t'), expected));
  }

  // What JavaScript trims, or another language does.
  for (const [character, languages] of [
    [' ', ['php', 'python', 'ruby', 'dotnet']],
    ['\n', ['php', 'python', 'ruby', 'dotnet']],
    ['\v', ['php', 'python', 'ruby', 'dotnet']],
    ['\f', ['python', 'ruby', 'dotnet']],
    ['\0', ['php']],
    ['\x1f', ['python']],
    ['\x85', ['python', 'dotnet']],
    ['\u00a0', ['python', 'dotnet']],
    ['\u3000', ['python', 'dotnet']],
    ['\u200b', []],
    ['\ufeff', []],
  ] as const) {
    test(`${JSON.stringify(character)} is blank to ${languages.join(', ') || 'none'}`, () => {
      const told = Object.entries(BLANK).filter(([, blank]) => trim(character, blank) === '');
      assert.deepEqual(
        told.map(([language]) => language),
        languages,
      );
    });
  }
});
