import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readReply } from '../../../src/enrich/summaries/reply.ts';
import { FormatError } from '../../../src/platform/errors.ts';

const ITEM = { text: 'a', quote: 'b' };
const EMPTY = {
  headline: undefined,
  breaking: [],
  security: [],
  features: [],
  fixes: [],
  action: undefined,
  malformed: 0,
};

describe('the reply of a model is read', () => {
  for (const [what, content] of [
    ['as it was asked for', JSON.stringify({ breaking: [ITEM] })],
    ['in a code fence', `\`\`\`json\n${JSON.stringify({ breaking: [ITEM] })}\n\`\`\``],
    ['among prose', `Sure! Here it is: ${JSON.stringify({ breaking: [ITEM] })} I hope it helps.`],
    [
      'behind its reasoning',
      `<think>{"breaking": []} is wrong</think>\n${JSON.stringify({ breaking: [ITEM] })}`,
    ],
    [
      'behind reasoning whose beginning was not sent',
      `so {} then\n</think>${JSON.stringify({ breaking: [ITEM] })}`,
    ],
    [
      'with null for what there is none of',
      JSON.stringify({ headline: null, breaking: [ITEM], fixes: null, action: null }),
    ],
    [
      'with keys that nobody asked for',
      JSON.stringify({ breaking: [ITEM], severity: 'critical', __proto__: { x: 1 } }),
    ],
  ] as const) {
    test(what, () => assert.deepEqual(readReply(content), { ...EMPTY, breaking: [ITEM] }));
  }

  test('without its items that have no form, which are counted', () => {
    const content = JSON.stringify({
      headline: 'text',
      breaking: [ITEM, 'text', null, { quote: 'q' }],
      fixes: 'none',
    });
    assert.deepEqual(readReply(content), { ...EMPTY, breaking: [ITEM], malformed: 4 });
  });

  test('with items that have no quotation, which are dropped later', () => {
    assert.deepEqual(readReply('{"fixes":[{"text":"a"}]}').fixes, [{ text: 'a', quote: '' }]);
  });

  for (const content of [
    '',
    'I cannot do that.',
    '{"breaking": [',
    '[]',
    '"text"',
    '{"summary": "text"}',
    'null',
    '<think>{"breaking":[]}</think>',
  ]) {
    test(`not out of ${content}`, () => assert.throws(() => readReply(content), FormatError));
  }
});
