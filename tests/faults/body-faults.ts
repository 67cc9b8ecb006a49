import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Spoil, send } from './faulty-server.ts';
import type { UpstreamFault } from './upstream-faults.ts';

const BOMB_BYTES = 80 * 1024 * 1024;

function body(spoil: Spoil, outcome: UpstreamFault['outcome'] = 'failed'): UpstreamFault {
  return { at: 'beside', spoil, outcome };
}

/** Another body and other headers, of the good answer. */
function other(change: (text: string) => string | Uint8Array, headers: Record<string, string> = {}): Spoil {
  return (response, good) => {
    send(response, {
      status: 200,
      headers: { ...good.headers, ...headers },
      body: change(String(good.body)),
    });
  };
}

/** Layer body. */
export const BODY_FAULTS: Readonly<Record<string, UpstreamFault>> = {
  'body-empty': body(other(() => '')),
  'body-truncated-json': body(other((text) => text.slice(0, Math.floor(text.length * 0.7)))),
  'body-html-200': body(other(() => '<h1>Log in</h1>', { 'content-type': 'text/html' })),
  'body-wrong-type': body(other(() => '\u0089PNG', { 'content-type': 'image/png' })),
  'body-gzip-bomb': body(
    other(() => gzipSync(Buffer.alloc(BOMB_BYTES, ' ')), { 'content-encoding': 'gzip' }),
  ),
  'body-br-bomb': body(other(() => brotliBomb(), { 'content-encoding': 'br' })),
  'body-bad-gzip': body(other(() => 'no gzip', { 'content-encoding': 'gzip' })),
  'body-double-gzip': body(other((text) => gzipSync(gzipSync(text)), { 'content-encoding': 'gzip, gzip' })),
  'body-length-lie-short': body((response, { headers, body: text = '' }) => {
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) + 100 });
    response.write(text, () => response.socket?.end());
  }),
  'body-length-lie-long': body((response, { headers, body: text = '' }) => {
    const head = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(text) - 100) });
    const lines = ['HTTP/1.1 200 OK', ...head.map(([name, value]) => `${name}: ${value}`), '', ''];
    response.socket?.end(`${lines.join('\r\n')}${text}`);
  }),
  'body-endless': body((response, { headers }) => {
    response.writeHead(200, { ...headers });
    const piece = Buffer.alloc(1024 * 1024, ' ');
    const more = () => {
      if (!response.destroyed) response.write(piece, () => setImmediate(more));
    };
    more();
  }),
  'body-bom': body(
    other((text) => `\ufeff${text}`),
    'either',
  ),
  'body-utf16': body(other((text) => Buffer.from(`\ufeff${text}`, 'utf16le'))),
  'body-deep-json': body(other(() => '['.repeat(100_000))),
  'body-dup-keys': body(
    other((text) => text.replace('{', '{"name":"subject",')),
    'either',
  ),
  'body-huge-number': body(
    other((text) => text.replaceAll('4096', '1e400')),
    'either',
  ),
  'body-proto': body(
    other((text) => text.replace('{', '{"__proto__":{"polluted":true},')),
    'either',
  ),
};

function brotliBomb(): Uint8Array {
  return brotliCompressSync(Buffer.alloc(BOMB_BYTES, ' '), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}
