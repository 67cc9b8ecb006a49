import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SYSTEM_TEXT } from '../../../src/enrich/summaries/prompt.ts';
import { completion, refusal } from '../../upstream/openai.ts';
import { ANSWER_TOKENS, aModel, INPUT, SAID } from './a-model.ts';

describe('a model is asked', () => {
  test('once, with a fixed text, the notes as data, and no tools', async (t) => {
    const { model, purse, bodies, upstream } = await aModel(t, () => SAID);
    const answer = await model.ask(INPUT, purse);
    assert.equal(answer.status === 'said' && answer.reply.fixes.length, 1);
    const [body = {}] = bodies();
    assert.deepEqual(Object.keys(body), [
      'model',
      'messages',
      'max_tokens',
      'temperature',
      'response_format',
      'stream',
    ]);
    assert.deepEqual([body['temperature'], body['max_tokens'], body['stream']], [0, ANSWER_TOKENS, false]);
    assert.deepEqual(body['messages'], [
      { role: 'system', content: SYSTEM_TEXT },
      { role: 'user', content: JSON.stringify(INPUT) },
    ]);
    assert.equal(upstream.asked[0]?.headers['authorization'], 'Bearer sk-test');
  });

  test('without a key, where the server wants none', async (t) => {
    const { model, purse, upstream } = await aModel(t, () => SAID, { key: undefined });
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
    assert.equal(upstream.asked[0]?.headers['authorization'], undefined);
  });

  test('and counts what the endpoint counts, but pays what it may cost at most', async (t) => {
    const script = () => ({ served: completion(JSON.stringify(SAID), { usage: { total_tokens: 3 } }) });
    const { model, purse, upstream } = await aModel(t, script);
    await model.ask(INPUT, purse);
    assert.equal(model.counted(), 3);
    assert.ok(purse.spent().tokens >= Buffer.byteLength(upstream.asked[0]?.body ?? '') + ANSWER_TOKENS);
  });

  test('not at all, where the purse would not cover it', async (t) => {
    const { model, purse, upstream } = await aModel(t, () => SAID, { tokens: 1000 });
    assert.deepEqual(await model.ask(INPUT, purse), { status: 'unaffordable' });
    assert.equal(upstream.asked.length, 0);
  });
});

describe('an endpoint is spoken to in its dialect', () => {
  for (const [what, words, key] of [
    [
      'max_completion_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
    ],
    ['no temperature', "Unsupported value: 'temperature' does not support 0 with this model.", 'temperature'],
    ['no schema', 'response_format of type json_schema is not supported', 'json_schema'],
    ['an error in plain text', 'unknown field response_format', 'json_schema'],
  ] as const) {
    test(`${what}, once and for all calls`, async (t) => {
      const { model, purse, bodies } = await aModel(t, ({ body }) => {
        if (!JSON.stringify({ ...body, messages: [] }).includes(`"${key}"`)) return SAID;
        if (what === 'an error in plain text')
          return { served: { status: 400, headers: { 'content-type': 'text/plain' }, body: words } };
        return { served: refusal(400, 'unsupported_parameter', words) };
      });
      assert.equal((await model.ask(INPUT, purse)).status, 'said');
      assert.equal((await model.ask(INPUT, purse)).status, 'said');
      assert.equal(bodies().length, 3, 'the second question needs no detour');
    });
  }

  test('down to words alone, where it knows no form', async (t) => {
    const { model, purse, bodies } = await aModel(t, ({ body }) => {
      return 'response_format' in body
        ? { served: refusal(422, 'bad', 'response_format: unexpected') }
        : SAID;
    });
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
    assert.deepEqual(
      bodies().map((body) => JSON.stringify(body['response_format'])?.slice(8, 20)),
      ['"json_schema', '"json_object', undefined],
    );
  });

  test('and in a simpler one, where it takes a schema and ignores it', async (t) => {
    const { model, purse, bodies } = await aModel(t, (_, nth) => (nth === 1 ? 'The release is fine.' : SAID));
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
    assert.equal(bodies().length, 2);
  });

  test('and given up, where it never keeps to any', async (t) => {
    const { model, purse, bodies } = await aModel(t, () => 'The release is fine.');
    const answer = await model.ask(INPUT, purse);
    assert.deepEqual(
      [answer.status, answer.status === 'failed' && answer.ends, bodies().length],
      ['failed', false, 3],
    );
  });

  test('with a reasoning in front', async (t) => {
    const { model, purse } = await aModel(t, () => `<think>Hm.</think>${JSON.stringify(SAID)}`);
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
  });
});
