import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTime } from '../../../src/outputs/search/in-time.ts';
import { HostError } from '../../../src/platform/errors.ts';

test('what comes in time is given on, and what never comes is an error', async () => {
  assert.equal(await inTime(Promise.resolve(1), 'it', 60_000), 1);
  await assert.rejects(inTime(Promise.reject(new TypeError('no')), 'it', 60_000), TypeError);
  await assert.rejects(inTime(new Promise(() => {}), 'it', 20), (error) => {
    assert.ok(error instanceof HostError);
    assert.equal(error.message, 'it: no answer within 0.02 s');
    return true;
  });
});
