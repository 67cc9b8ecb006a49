import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Conditional, readConditional } from '../../../src/platform/http/read-conditional.ts';
import { openValidators } from '../../../src/platform/http/validators.ts';
import { openHttp, serve } from './local-server.ts';

const ETAG = { etag: '"one"', 'last-modified': 'Fri, 20 Nov 2026 10:00:00 GMT' };

async function open(t: TestContext, handler: RequestListener) {
  const parent = await mkdtemp(join(tmpdir(), 'tidings-'));
  t.after(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'http');
  const server = await serve(t, handler);
  const { http } = openHttp([server.host]);
  const validators = openValidators(folder);
  const read = (request = {}, path = '/') => readConditional(http, validators, server.url + path, request);
  const conditions = () =>
    server.seen.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since']);
  return { folder, validators, read, conditions };
}

/** Answers 304 to the validator that it gives out. */
function answer(given: Record<string, string>): RequestListener {
  return ({ headers }, response) => {
    const isKnown = headers['if-none-match'] === given['etag'] && given['etag'] !== undefined;
    const isOld =
      headers['if-modified-since'] === given['last-modified'] && given['last-modified'] !== undefined;
    response.writeHead(isKnown || isOld ? 304 : 200, given).end(isKnown || isOld ? undefined : 'whole');
  };
}

function receiptOf(answered: Conditional) {
  assert.equal(answered.status, 'changed');
  assert.equal(Buffer.from(answered.reply.body).toString(), 'whole');
  return answered.receipt;
}

test('a validator counts only after it was remembered', async (t) => {
  const { read, validators, conditions, folder } = await open(t, answer(ETAG));
  receiptOf(await read());
  const receipt = receiptOf(await read());
  await assert.rejects(readdir(folder), { code: 'ENOENT' });
  await validators.remember(receipt);
  assert.deepEqual(await read(), { status: 'unchanged' });
  assert.deepEqual(conditions(), [undefined, undefined, ETAG.etag]);
});

test('what changed is read, with a receipt of its own', async (t) => {
  let etag = '"one"';
  const { read, validators, conditions } = await open(t, (request, response) =>
    answer({ etag })(request, response),
  );
  await validators.remember(receiptOf(await read()));
  etag = '"two"';
  const { validator } = receiptOf(await read());
  assert.equal(validator.etag, '"two"');
  assert.deepEqual(conditions(), [undefined, '"one"']);
});

test('only one validator is sent, a date where there is no ETag', async (t) => {
  const given = { 'last-modified': ETAG['last-modified'] };
  const { read, validators, conditions } = await open(t, answer(given));
  await validators.remember(receiptOf(await read()));
  assert.deepEqual(await read(), { status: 'unchanged' });
  assert.deepEqual(conditions(), [undefined, given['last-modified']]);
});

test('where there is no validator, all is read', async (t) => {
  const { read, validators, conditions } = await open(t, answer({}));
  await validators.remember(receiptOf(await read()));
  receiptOf(await read());
  assert.deepEqual(conditions(), [undefined, undefined]);
});

test('a caller that holds nothing reads all', async (t) => {
  const { read, validators, conditions } = await open(t, answer(ETAG));
  await validators.remember(receiptOf(await read()));
  receiptOf(await read({ fresh: true }));
  assert.deepEqual(conditions(), [undefined, undefined]);
});

test('another address, method, Accept, header or credential is another key', async (t) => {
  const { read, validators, conditions, folder } = await open(t, answer(ETAG));
  const secret = 'Bearer hunter2';
  await validators.remember(receiptOf(await read({ authorization: secret, accept: 'text/plain' })));
  for (const [request, path] of [
    [{ authorization: 'Bearer other', accept: 'text/plain' }, '/'],
    [{ accept: 'text/plain' }, '/'],
    [{ authorization: secret }, '/'],
    [{ authorization: secret, accept: 'text/html' }, '/'],
    [{ authorization: secret, accept: 'text/plain', headers: { 'private-token': 'x' } }, '/'],
    [{ authorization: secret, accept: 'text/plain', method: 'POST' }, '/'],
    [{ authorization: secret, accept: 'text/plain' }, '/other'],
  ] as const) {
    receiptOf(await read(request, path));
  }
  assert.deepEqual(new Set(conditions()), new Set([undefined]));
  const [file = '', ...more] = await readdir(folder);
  assert.deepEqual([more, /^[0-9a-f]{64}\.json$/.test(file)], [[], true]);
  assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), /hunter2|127\.0\.0\.1/);
});

test('a broken or vanished cache costs one whole request', async (t) => {
  const { read, validators, conditions, folder } = await open(t, answer(ETAG));
  await validators.remember(receiptOf(await read()));
  const [file = ''] = await readdir(folder);
  for (const broken of ['', '{', '[]', 'null', '{"etag":7}', '{"etag":"a","more":1}', '{"etag":""}']) {
    await writeFile(join(folder, file), broken);
    receiptOf(await read());
  }
  await rm(folder, { recursive: true });
  receiptOf(await read());
  assert.deepEqual(new Set(conditions()), new Set([undefined]));
});

test('a cache that cannot be read is an error, not an empty one', async (t) => {
  const { read, validators, folder } = await open(t, answer(ETAG));
  await writeFile(folder, 'no folder');
  await assert.rejects(read(), { name: 'DiskError', message: /ENOTDIR/ });
  await assert.rejects(validators.remember({ key: 'a', validator: {} }));
});

test('after a move, a 304 of the new address is not believed', async (t) => {
  let home = '/a';
  const { read, validators, conditions } = await open(t, (request, response) => {
    if (request.url === '/') response.writeHead(302, { location: home }).end();
    else answer(ETAG)(request, response);
  });
  await validators.remember(receiptOf(await read()));
  assert.deepEqual(await read(), { status: 'unchanged' });
  home = '/b';
  await validators.remember(receiptOf(await read()));
  assert.deepEqual(await read(), { status: 'unchanged' });
  assert.deepEqual(conditions().slice(4), ['"one"', '"one"', undefined, undefined, '"one"', '"one"']);
});

test('a fingerprint can be remembered for a host that gives no validator', async (t) => {
  const { validators } = await open(t, answer({}));
  const receipt = { key: 'github withastro/astro', validator: { fingerprint: 'abc' } };
  assert.equal(await validators.read(receipt.key), undefined);
  await validators.remember(receipt);
  assert.deepEqual(await validators.read(receipt.key), receipt.validator);
});
