import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSummarizeOptions } from '../../../src/pipeline/summarize/summarize-options.ts';
import { ConfigError } from '../../../src/platform/errors.ts';

const MODEL = { baseUrl: undefined, key: 'sk-test', name: 'from-variable', price: undefined };

function read(
  values: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
  model: Partial<typeof MODEL> = {},
) {
  const typed = { value: (name: string) => values[name], flag: (name: string) => flags.includes(name) };
  return readSummarizeOptions(typed, { model: { ...MODEL, ...model } });
}

describe('the options of summarize', () => {
  test('ask nobody, unless they are told to', () => {
    assert.equal(read({}), undefined);
    assert.equal(read({ provider: 'none', limit: 'many' }), undefined);
  });

  test('have limits by themselves', () => {
    const options = read({ provider: 'openai' }) ?? assert.fail();
    assert.deepEqual(options.limits, { calls: 50, tokens: 400_000 });
    assert.deepEqual(
      [options.answerTokens, options.endpoint.model, options.land],
      [2000, 'from-variable', 'files'],
    );
  });

  test('are taken as they are typed', () => {
    const typed = {
      provider: 'openai',
      model: 'm',
      since: '2026-11-01',
      limit: '3',
      tokens: '1000',
      answer: '200',
      price: '1/2',
      only: 'pkg:npm/a',
    };
    const { endpoint, ...options } = read(typed, ['push']) ?? assert.fail();
    assert.equal(endpoint.model, 'm');
    assert.deepEqual(options, {
      only: 'pkg:npm/a',
      since: '2026-11-01T00:00:00Z',
      limits: { calls: 3, tokens: 1000 },
      answerTokens: 200,
      price: { in: 1, out: 2 },
      land: 'push',
    });
  });

  for (const [what, values, flags] of [
    ['another provider', { provider: 'other' }, []],
    ['a limit that is no number', { provider: 'openai', limit: '0' }, []],
    ['tokens that are no number', { provider: 'openai', tokens: '1e9' }, []],
    ['a day that is none', { provider: 'openai', since: '2026-02-30' }, []],
    ['a price that is none', { provider: 'openai', price: 'cheap' }, []],
    ['two ways to commit', { provider: 'openai' }, ['commit', 'push']],
  ] as const) {
    test(`refuse ${what}`, () => assert.throws(() => read(values, flags), ConfigError));
  }
});
