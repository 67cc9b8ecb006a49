import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSummariser } from '../../../src/enrich/summaries/summarise.ts';
import { refusal } from '../../upstream/openai.ts';
import { ANSWER_TOKENS, aModel, INPUT, SAID } from './a-model.ts';

const LONG = Array.from(
  { length: 400 },
  (_, index) => `- Fixed the problem with number ${index} of many`,
).join('\n');

function echo({ notes }: { notes: string }) {
  const [first = ''] = notes.split('\n');
  return { ...SAID, headline: { text: first, quote: first }, fixes: [{ text: first, quote: first }] };
}

describe('notes of any length are summed up', () => {
  test('in one call, where they are short', async (t) => {
    const { model, purse, upstream } = await aModel(t, echo);
    const { summarise, costOf } = createSummariser(model, ANSWER_TOKENS);
    assert.equal((await summarise(INPUT, purse)).status, 'said');
    assert.deepEqual([upstream.asked.length, costOf(INPUT).calls], [1, 1]);
    assert.ok(purse.spent().tokens <= costOf(INPUT).tokens, 'the estimate covers the call');
  });

  test('part by part, and merged in order', async (t) => {
    const { model, purse, upstream } = await aModel(t, echo);
    const { summarise, costOf } = createSummariser(model, ANSWER_TOKENS);
    const input = { ...INPUT, notes: LONG };
    const answer = await summarise(input, purse);
    assert.ok(answer.status === 'said');
    const calls = upstream.asked.length;
    assert.ok(calls > 1 && calls === costOf(input).calls);
    assert.equal(answer.reply.fixes.length, calls);
    assert.equal(answer.reply.headline?.text, '- Fixed the problem with number 0 of many');
    assert.ok(purse.spent().tokens <= costOf(input).tokens);
  });

  test('in halves, where the endpoint takes less, which it is asked for no second time', async (t) => {
    const { model, purse, upstream } = await aModel(t, (asked) => {
      return asked.notes.length > 4000 ? { served: refusal(400, 'context_length_exceeded') } : echo(asked);
    });
    const { summarise } = createSummariser(model, ANSWER_TOKENS);
    assert.equal((await summarise({ ...INPUT, notes: LONG.slice(0, 11_000) }, purse)).status, 'said');
    const first = upstream.asked.length;
    assert.equal((await summarise({ ...INPUT, notes: LONG.slice(0, 11_000) }, purse)).status, 'said');
    const tooLong = upstream.asked.filter(
      ({ body }) => JSON.parse(JSON.parse(body).messages[1].content).notes.length > 4000,
    );
    assert.equal(tooLong.length, 2, `of ${upstream.asked.length}, ${first} for the first notes`);
  });

  test('not, where the endpoint takes nothing', async (t) => {
    const { model, purse, upstream } = await aModel(t, () => ({
      served: refusal(400, 'context_length_exceeded'),
    }));
    const { summarise } = createSummariser(model, ANSWER_TOKENS);
    assert.equal((await summarise({ ...INPUT, notes: LONG.slice(0, 8000) }, purse)).status, 'too long');
    assert.ok(upstream.asked.length < 6);
  });

  test('not even begun, where the purse would end in the middle', async (t) => {
    const { model, purse, upstream } = await aModel(t, echo, { calls: 1 });
    const { summarise } = createSummariser(model, ANSWER_TOKENS);
    assert.equal((await summarise({ ...INPUT, notes: LONG }, purse)).status, 'unaffordable');
    assert.equal(upstream.asked.length, 0);
  });
});
