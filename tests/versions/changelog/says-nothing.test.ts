import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysNothing } from '../../../src/versions/changelog/says-nothing.ts';

const LINK = 'https://forge.example/acme/tool/compare/v1.0.0...v1.1.0';

for (const [notes, isNothing] of [
  ['', true],
  [' \r\n\t\n', true],
  ['---', true],
  [LINK, true],
  [`**Full Changelog**: ${LINK}`, true],
  [`**Full Changelog**: ${LINK}\r\n`, true],
  [`[Compare](${LINK})`, true],
  [`[v1.0.0...v1.1.0](${LINK})`, true],
  [`Changes: [diff](${LINK}).`, true],
  ['https://forge.example/acme/tool/-/compare/a...b', true],
  ['https://forge.example/acme/tool/releases/v1', false],
  ['Fixes', false],
  ['🎉', false],
  ['1', false],
  [`Fix the comparer\n\n**Full Changelog**: ${LINK}`, false],
  [`[How to compare](https://forge.example/docs)`, false],
  ['Changeset 5', false],
  [`${'-'.repeat(990)}`, true],
  [`${'-'.repeat(1001)}`, false],
] as const) {
  test(`notes ${JSON.stringify(notes.slice(0, 60))} say ${isNothing ? 'nothing' : 'something'}`, () => {
    assert.equal(saysNothing(notes), isNothing);
  });
}

test('hostile notes cannot make the patterns work', () => {
  for (const piece of ['https://', '[', '/compare/', 'https://a/compare/', '[](https://']) {
    for (const size of [1000, 1_000_000])
      saysNothing(piece.repeat(Math.ceil(size / piece.length)).slice(0, size));
  }
});
