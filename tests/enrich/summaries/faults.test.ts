import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Script } from '../../upstream/openai.ts';
import { completion, refusal } from '../../upstream/openai.ts';
import { aModel, INPUT, SAID } from './a-model.ts';

const HTML = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' };
const SERVER_DOWN = { served: refusal(500, 'server_error') };

describe('a call that fails', () => {
  for (const [what, script, { calls, ends, words }] of [
    [
      'with a wrong key ends all asking',
      () => ({ served: refusal(401, 'invalid_api_key') }),
      { calls: 1, ends: true, words: /status 401/ },
    ],
    [
      'with an unknown model ends all asking',
      () => ({ served: refusal(404, 'model_not_found') }),
      { calls: 1, ends: true, words: /status 404/ },
    ],
    [
      'for want of money ends all asking, and is never repeated',
      () => ({ served: refusal(429, 'insufficient_quota') }),
      { calls: 1, ends: true, words: /quota is used up/ },
    ],
    ['with 500 is tried three times', () => SERVER_DOWN, { calls: 3, ends: false, words: /status 500/ }],
    [
      'with 429 without a time leaves the host alone',
      () => ({ served: refusal(429, 'rate_limit_exceeded') }),
      { calls: 1, ends: true, words: /left alone/ },
    ],
    [
      'with HTML is none of a model',
      () => ({ served: HTML }),
      { calls: 1, ends: false, words: /no completion/ },
    ],
    [
      'with broken JSON',
      () => ({ served: { ...HTML, headers: { 'content-type': 'application/json' }, body: '{"choices": [' } }),
      { calls: 1, ends: false, words: /broken JSON/ },
    ],
    [
      'with nothing',
      () => ({ served: { status: 200, headers: { 'content-type': 'application/json' }, body: '' } }),
      { calls: 1, ends: false, words: /no completion/ },
    ],
    [
      'with a refusal of what we did not send',
      () => ({ served: refusal(400, 'content_policy') }),
      { calls: 1, ends: false, words: /status 400/ },
    ],
    [
      'with an answer that is cut off',
      () => ({ served: completion('{"br', { finish: 'length' }) }),
      { calls: 1, ends: false, words: /cut off/ },
    ],
  ] as const satisfies readonly (readonly [
    string,
    Script,
    { calls: number; ends: boolean; words: RegExp },
  ])[]) {
    test(what, async (t) => {
      const { model, purse, upstream } = await aModel(t, script);
      const answer = await model.ask(INPUT, purse);
      assert.ok(answer.status === 'failed');
      assert.match(answer.error.message, words);
      assert.deepEqual([upstream.asked.length, answer.ends], [calls, ends]);
      assert.ok(purse.spent().calls >= calls);
    });
  }

  test('with 500 succeeds where the next try does', async (t) => {
    const { model, purse, waits } = await aModel(t, (_, nth) => (nth < 3 ? SERVER_DOWN : SAID));
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
    assert.deepEqual(waits, [1000, 4000]);
  });

  test('with 429 waits as long as it is told', async (t) => {
    const limited = { served: refusal(429, 'rate_limit_exceeded', 'slow down', { 'retry-after': '20' }) };
    const { model, purse, waits, upstream } = await aModel(t, (_, nth) => (nth === 1 ? limited : SAID));
    assert.equal((await model.ask(INPUT, purse)).status, 'said');
    assert.equal(upstream.asked.length, 2);
    assert.ok(waits.reduce((sum, one) => sum + one, 0) >= 19_000, String(waits));
  });

  test('with 429 and a long time ends all asking', async (t) => {
    const limited = { served: refusal(429, 'rate_limit_exceeded', 'slow down', { 'retry-after': '3600' }) };
    const { model, purse, upstream } = await aModel(t, () => limited);
    const answer = await model.ask(INPUT, purse);
    assert.deepEqual(
      [answer.status, answer.status === 'failed' && answer.ends, upstream.asked.length],
      ['failed', true, 1],
    );
  });

  test('because the notes are too long says so, and costs nothing', async (t) => {
    const words = "This model's maximum context length is 4096 tokens.";
    const { model, purse } = await aModel(t, () => ({
      served: refusal(400, 'context_length_exceeded', words),
    }));
    assert.deepEqual(await model.ask(INPUT, purse), { status: 'too long' });
    assert.deepEqual(purse.spent(), { calls: 1, tokens: 0 });
  });

  for (const fault of ['reset', 'truncate', 'stall'] as const) {
    test(`through a connection that does ${fault} is paid for and not repeated`, async (t) => {
      const { model, purse, upstream } = await aModel(t, () => SAID, {
        fault: () => fault,
        deadlineMs: fault === 'stall' ? 300 : 20_000,
      });
      const answer = await model.ask(INPUT, purse);
      assert.ok(answer.status === 'failed');
      assert.deepEqual([upstream.asked.length, purse.spent().calls], [1, 1]);
      assert.ok(purse.spent().tokens > 0);
    });
  }
});
