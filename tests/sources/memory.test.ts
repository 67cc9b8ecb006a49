import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint, recall, toReceipt } from '../../src/sources/memory.ts';
import { memoryValidators } from '../contract/world-at.ts';

const SINCE = '2026-01-01T00:00:00Z';

test('recalls what was remembered for the same span of time', async () => {
  const validators = memoryValidators();
  assert.equal(await recall(validators, 'key', undefined), undefined);
  await validators.remember(toReceipt('key', SINCE, { a: '1' }));
  assert.deepEqual(await recall(validators, 'key', SINCE), { a: '1' });
  assert.equal(await recall(validators, 'key', undefined), undefined);
  assert.equal(await recall(validators, 'other', SINCE), undefined);
  await validators.remember(toReceipt('key', undefined, {}));
  assert.deepEqual(await recall(validators, 'key', undefined), {});
});

for (const broken of ['', 'nonsense', '{}', '[]', '{"memory":{"a":1}}', '{"memory":"a"}']) {
  test(`what is broken was never there: ${broken}`, async () => {
    const validators = memoryValidators();
    await validators.remember({ key: 'key', validator: { fingerprint: broken } });
    assert.equal(await recall(validators, 'key', undefined), undefined);
  });
}

test('fingerprints tell values apart', () => {
  const all = [undefined, 0, '0', [], ['0'], { a: 1 }, { a: 2 }].map(fingerprint);
  assert.equal(new Set(all).size, all.length);
  assert.equal(fingerprint(undefined), fingerprint(null));
});
