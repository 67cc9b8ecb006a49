import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readEndpoint } from '../../../src/enrich/summaries/endpoint.ts';
import { ConfigError } from '../../../src/platform/errors.ts';

const model = 'gpt-small';
const key = 'sk-secret-1';

describe('where a model is asked', () => {
  for (const [baseUrl, expected, host] of [
    [undefined, 'https://api.openai.com/v1', 'api.openai.com'],
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1', 'openrouter.ai'],
    ['https://models.corp.example/v1/', 'https://models.corp.example/v1', 'models.corp.example'],
    ['https://ai.example.com/v1beta/openai', 'https://ai.example.com/v1beta/openai', 'ai.example.com'],
    ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1', '127.0.0.1:11434'],
  ] as const) {
    test(String(baseUrl), () => {
      assert.deepEqual(readEndpoint({ baseUrl, key, model }), { baseUrl: expected, host, key, model });
    });
  }

  for (const baseUrl of [
    'http://localhost:1234/v1',
    'http://[::1]:8000/v1',
    'http://ollama:11434/v1',
    'http://192.168.1.4/v1',
  ]) {
    test(`needs no key at ${baseUrl}`, () => {
      assert.equal(readEndpoint({ baseUrl, key: undefined, model }).key, undefined);
    });
  }

  for (const [what, settings, words] of [
    ['a name of a model', { baseUrl: undefined, key, model: undefined }, /name of a model/],
    ['a name without spaces', { baseUrl: undefined, key, model: 'a b' }, /name of a model/],
    ['a key for a public host', { baseUrl: undefined, key: undefined, model }, /OPENAI_API_KEY is not set/],
    ['a key without spaces', { baseUrl: undefined, key: 'a b', model }, /OPENAI_API_KEY is not/],
    ['an address', { baseUrl: 'openai', key, model }, /is no address/],
    ['one of https or http', { baseUrl: 'ftp://models.example.com/v1', key, model }, /is no address/],
    ['https for a public host', { baseUrl: 'http://models.example.com/v1', key, model }, /unencrypted/],
    ['one /v1', { baseUrl: 'https://models.example.com/v1/v1', key, model }, /\/v1 twice/],
    [
      'no call in it',
      { baseUrl: 'https://models.example.com/v1/chat/completions', key, model },
      /names a call/,
    ],
    ['no slash too many', { baseUrl: 'https://models.example.com/v1//', key, model }, /slash too many/],
    ['no key in it', { baseUrl: 'https://me:sk-secret-1@models.example.com/v1', key, model }, /more than/],
    ['no query', { baseUrl: 'https://models.example.com/v1?key=sk-secret-1', key, model }, /more than/],
  ] as const) {
    test(`wants ${what}`, () => {
      assert.throws(
        () => readEndpoint(settings),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, words);
          assert.doesNotMatch(`${error.message} ${error.remedy}`, /sk-secret/);
          return error.remedy !== undefined;
        },
      );
    });
  }
});
