import { FormatError, HostError } from '../../src/platform/errors.ts';
import type { Fault } from '../upstream/upstream.ts';

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** What goes wrong for every request, and the kind of error that each look-up must then fail with. */
export const FAULTS: readonly [string, Fault, typeof HostError | typeof FormatError][] = [
  ['500', { status: 500, headers: JSON_TYPE, body: '{"message":"oops"}' }, HostError],
  ['503 as a web page', { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>' }, HostError],
  ['401', { status: 401, headers: JSON_TYPE, body: '{"message":"Bad credentials"}' }, HostError],
  ['403', { status: 403, headers: JSON_TYPE, body: '{"message":"Forbidden"}' }, HostError],
  ['400', { status: 400, headers: JSON_TYPE, body: '{"message":"what?"}' }, HostError],
  ['429 for a day', { status: 429, headers: { 'retry-after': '86400' }, body: 'slow down' }, HostError],
  ['a 304 that nobody asked for', { status: 304 }, HostError],
  ['204', { status: 204 }, FormatError],
  ['206', { status: 206, headers: JSON_TYPE, body: '{}' }, FormatError],
  ['a broken connection', 'reset', HostError],
  ['a redirect to itself', { status: 302, headers: { location: '/again' } }, HostError],
  [
    'a redirect into a private network',
    { status: 302, headers: { location: 'http://169.254.169.254/' } },
    HostError,
  ],
  ['a redirect to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, HostError],
  ['an empty body', { status: 200, headers: JSON_TYPE, body: '' }, FormatError],
  [
    'a web page',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' },
    FormatError,
  ],
  ['a picture', { status: 200, headers: { 'content-type': 'image/png' }, body: '\u0089PNG' }, FormatError],
  ['UTF-16', { status: 200, headers: JSON_TYPE, body: Buffer.from('\ufeff{"a":1}', 'utf16le') }, FormatError],
  ['a hundred thousand levels', { status: 200, headers: JSON_TYPE, body: '['.repeat(100_000) }, FormatError],
  [
    'what is no gzip',
    { status: 200, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: 'plain' },
    FormatError,
  ],
  ['no JSON under its name', { status: 200, headers: JSON_TYPE, body: '<html>' }, FormatError],
  ['an empty object', { status: 200, headers: JSON_TYPE, body: '{}' }, FormatError],
  ['a list', { status: 200, headers: JSON_TYPE, body: '[]' }, FormatError],
];
