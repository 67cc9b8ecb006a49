import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCompletion, UselessAnswer } from '../../../src/enrich/summaries/completion.ts';
import { FormatError } from '../../../src/platform/errors.ts';

function completion(message: object, more: object = {}, top: object = {}) {
  return { choices: [{ finish_reason: 'stop', message, ...more }], ...top };
}

describe('a completion', () => {
  for (const [what, json, tokens] of [
    ['is text', completion({ content: 'hi' }), undefined],
    [
      'may come in parts',
      completion({ content: [{ type: 'text', text: 'h' }, 'i', { type: 'image' }] }),
      undefined,
    ],
    ['may count its tokens', completion({ content: 'hi' }, {}, { usage: { total_tokens: 7 } }), 7],
    ['may count them wrongly', completion({ content: 'hi' }, {}, { usage: { total_tokens: -7 } }), undefined],
    ['may have no reason for its end', completion({ content: 'hi' }, { finish_reason: null }), undefined],
  ] as const) {
    test(what, () => assert.deepEqual(readCompletion(json), { content: 'hi', tokens }));
  }

  for (const [what, json, words] of [
    ['is no text', '<html>', /no completion/],
    ['has a choice', { choices: [] }, /no completion/],
    ['is not null', completion({ content: null }), /empty/],
    ['is not blank', completion({ content: ' \n' }), /empty/],
    ['is not cut off', completion({ content: '{"bre' }, { finish_reason: 'length' }), /cut off/],
    ['is not withheld', completion({ content: 'x' }, { finish_reason: 'content_filter' }), /withheld/],
  ] as const) {
    test(what, () => {
      assert.throws(
        () => readCompletion(json),
        (error) =>
          error instanceof FormatError &&
          words.test(error.message) &&
          error instanceof UselessAnswer === /empty|cut|withheld/.test(error.message),
      );
    });
  }
});
