import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { decodeText, parseJson } from '../../../src/platform/http/parse-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseJson(bytes(text), 'a reply');
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

for (const [text, value] of [
  ['{"a":[1,null,"b"]}', { a: [1, null, 'b'] }],
  ['\ufeff{"a":1}', { a: 1 }],
  ['{"a":1,"a":2}', { a: 2 }],
  ['{"__proto__":{"admin":true},"a":1}', { a: 1 }],
  ['{"a":{"constructor" : {"prototype":{"x":1}},"b":2}}', { a: { b: 2 } }],
  ['{"prototype":1,"a":[{"prototype":2}]}', { a: [{}] }],
  ['{"\\u005f_proto__":{"x":1},"\\u0063onstructor":1,"a":1}', { a: 1 }],
  ['{"a":"constructor","b":"__proto__: 1"}', { a: 'constructor', b: '__proto__: 1' }],
  [`["${'['.repeat(100)}","\\"${'{'.repeat(100)}","\\\\"]`, ['['.repeat(100), `"${'{'.repeat(100)}`, '\\']],
] as const) {
  test(`JSON is read: ${text.slice(0, 50)}`, () => {
    const parsed = parse(text);
    assert.deepEqual(parsed, value);
    assert.equal(Object.getPrototypeOf(parsed), Array.isArray(value) ? Array.prototype : Object.prototype);
  });
}

for (const [text, message] of [
  ['', /^a reply: not JSON$/],
  ['<html>', /not JSON/],
  ['{"a":1', /not JSON/],
  ['{"a":1} x', /not JSON/],
  [nested(65), /^a reply: JSON of more than 64 levels$/],
  ['{"a":'.repeat(65), /more than 64 levels/],
  ['['.repeat(100_000), /more than 64 levels/],
] as const) {
  test(`JSON is refused: ${text.slice(0, 30)}`, () => {
    assert.throws(
      () => parse(text),
      (error: unknown) => error instanceof FormatError && message.test(error.message),
    );
  });
}

test('64 levels are read, and many lists beside each other are not deep', () => {
  assert.doesNotThrow(() => parse(nested(64)));
  assert.doesNotThrow(() => parse(`[${'[],{},'.repeat(100)}0]`));
});

test('text is UTF-8 or an error', () => {
  assert.equal(decodeText(bytes('é☃'), 'a reply'), 'é☃');
  for (const wrong of [
    [0xff, 0xfe, 0x5b, 0x00],
    [0xc3, 0x28],
    [0xed, 0xa0, 0x80],
    [0x22, 0x80, 0x22],
  ]) {
    assert.throws(() => decodeText(Uint8Array.from(wrong), 'a reply'), {
      name: 'FormatError',
      message: 'a reply: not UTF-8',
    });
    assert.throws(() => parseJson(Uint8Array.from(wrong), 'a reply'), { message: 'a reply: not UTF-8' });
  }
});
