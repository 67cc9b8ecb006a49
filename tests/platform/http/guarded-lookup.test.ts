import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { test } from 'node:test';
import { guardedLookup, lookupName, socketLookup } from '../../../src/platform/http/guarded-lookup.ts';
import { openHttp, serve } from './local-server.ts';

const PUBLIC: LookupAddress = { address: '8.8.8.8', family: 4 };
const PRIVATE: LookupAddress = { address: '127.0.0.1', family: 4 };

function ask(lookup: LookupFunction, all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookup('pypi.org', { all }, (error, address) => (error ? reject(error) : resolve(address)));
  });
}

test('public answers are handed on, all of them or the first', async () => {
  const answers: LookupAddress[] = [PUBLIC, { address: '2606:4700::1', family: 6 }];
  const lookup = guardedLookup(async () => answers);
  assert.deepEqual(await ask(lookup, true), answers);
  assert.equal(await ask(lookup, false), '8.8.8.8');
});

for (const [what, answers] of [
  ['a private one', [PRIVATE]],
  ['a private one among public ones', [PUBLIC, PRIVATE, PUBLIC]],
  ['none', []],
] as const) {
  test(`answers are refused: ${what}`, async () => {
    const refusal = {
      name: 'HostError',
      remedy: /TIDINGS_ALLOW_HOSTS/,
      message: 'pypi.org is refused: it resolves to an address that is not public',
    };
    await assert.rejects(
      ask(
        guardedLookup(async () => answers),
        true,
      ),
      refusal,
    );
  });
}

test('an unguarded look-up hands on what it gets, and so does a failure', async () => {
  assert.deepEqual(
    await ask(
      socketLookup(async () => [PRIVATE]),
      true,
    ),
    [PRIVATE],
  );
  const failing = socketLookup(() => Promise.reject(new Error('no answer')));
  await assert.rejects(ask(failing, true), /no answer/);
  assert.equal((await lookupName('127.0.0.1'))[0]?.address, '127.0.0.1');
});

test('a name that resolves to a private address is never connected to, nor tried again', async (t) => {
  const server = await serve(t, (_, response) => response.end('secret'));
  let lookups = 0;
  const lookup = async () => {
    lookups += 1;
    return [PRIVATE];
  };
  const { http, waits } = openHttp([server.host], { lookup });
  await assert.rejects(http.request('https://rebound.org/'), {
    name: 'HostError',
    message: /resolves to an address/,
  });
  assert.deepEqual([server.seen.length, lookups, waits], [0, 1, []]);
});

test('a name that the owner allowed may resolve to a private address', async (t) => {
  const server = await serve(t, (_, response) => response.end('inside'));
  const name = `git.corp.example:${new URL(server.url).port}`;
  const { http } = openHttp([name], { lookup: async () => [PRIVATE] });
  const { body } = await http.request(`http://${name}/`);
  assert.equal(Buffer.from(body).toString(), 'inside');
});
