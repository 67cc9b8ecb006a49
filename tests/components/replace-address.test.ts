import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { replaceAddress } from '../../src/components/replace-address.ts';

/** A page of a browser, and the addresses that it was given. */
function aPage(t: TestContext, refusal?: Error): string[] {
  const given: string[] = [];
  const replaceState = (state: unknown, _: string, address: string) => {
    if (refusal !== undefined) throw refusal;
    given.push(`${state} ${address}`);
  };
  const page = { history: { state: 'kept', replaceState }, location: { pathname: '/x/', hash: '#day' } };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
    t.after(() => Reflect.deleteProperty(globalThis, name));
  }
  return given;
}

describe('the address of a page', () => {
  test('says what is shown, and keeps all else', (t) => {
    const given = aPage(t);
    replaceAddress('?q=a');
    replaceAddress('', '');
    assert.deepEqual(given, ['kept /x/?q=a#day', 'kept /x/']);
  });

  test('may be refused', (t) => {
    aPage(t, new DOMException('more than 100 times', 'SecurityError'));
    assert.doesNotThrow(() => replaceAddress('?q=a'));
  });

  for (const refusal of [new TypeError('wrong'), new DOMException('wrong', 'DataCloneError')]) {
    test(`is not refused by ${refusal.name}`, (t) => {
      aPage(t, refusal);
      assert.throws(() => replaceAddress('?q=a'), refusal);
    });
  }
});
