import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { itemsOf, SummaryContent } from '../../../src/core/summary.ts';
import { strangeWords } from '../../../src/derive/summaries/carried-words.ts';
import { verifySummary } from '../../../src/derive/summaries/verify-summary.ts';
import { CRASH, JSON_FLAG, NODE, NOTES } from './some-claims.ts';

function asClaims({
  breaking = [],
  security = [],
  features = [],
  fixes = [],
  headline,
  action,
}: SummaryContent) {
  return { headline, breaking, security, features, fixes, action };
}

describe('whatever a model says', () => {
  const word = fc.constantFrom(
    ...NOTES.split(/\s+/),
    'https://x.example',
    '<b>',
    '@me',
    'bananas',
    '19',
    'not',
    '\u202e',
    'CANARY-7Q2X',
    '`',
    '![x](y)',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  const item = fc.record({
    text,
    quote: fc.oneof(text, fc.constantFrom(NODE.quote, CRASH.quote, JSON_FLAG.quote)),
  });
  const list = fc.array(item, { maxLength: 4 });
  const claims = fc.record({
    headline: item,
    breaking: list,
    security: list,
    features: list,
    fixes: list,
    action: item,
  });
  const squeezed = NOTES.normalize('NFC').replace(/\s+/g, ' ');

  test('all that is shown stands in the notes, and fits its form', () => {
    fc.assert(
      fc.property(claims, (said) => {
        const { content } = verifySummary(said, NOTES);
        SummaryContent.parse(content);
        for (const [, { text: shown, quote }] of itemsOf(content)) {
          assert.ok(squeezed.includes(quote));
          assert.deepEqual(strangeWords(shown, squeezed), []);
          assert.doesNotMatch(`${shown} ${quote}`, /:\/\/|[<@\u202e]|CANARY|bananas|19/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('it is judged the same when it is judged again', () => {
    fc.assert(
      fc.property(claims, (said) => {
        const { content } = verifySummary(said, NOTES);
        const again = verifySummary(asClaims(content), NOTES);
        assert.deepEqual([again.content, again.dropped], [content, []]);
      }),
    );
  });
});
