import type { UpstreamFault } from './upstream-faults.ts';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const addresses =
  (...all: readonly string[]) =>
  async () =>
    all.map((address) => ({ address, family: 4 }));
const SHORT = { connectMs: 200, headersMs: 200, gapMs: 200, deadlineMs: 600 };

/** Layers dns, tcp and tls. */
export const CONNECTION_FAULTS: Readonly<Record<string, UpstreamFault>> = {
  'dns-nxdomain': { at: 'name', lookup: failing('ENOTFOUND'), outcome: 'failed' },
  'dns-servfail': { at: 'name', lookup: failing('EAI_AGAIN'), outcome: 'failed' },
  // Whatever an earlier answer was: the one that is connected to is the one that is judged.
  'dns-rebind': { at: 'name', lookup: addresses('127.0.0.1'), outcome: 'failed' },
  'dns-private': { at: 'name', lookup: addresses('10.0.0.5'), outcome: 'failed' },
  'dns-mixed': { at: 'name', lookup: addresses('93.184.216.34', '10.0.0.5'), outcome: 'failed' },
  'dns-slow': { at: 'name', lookup: () => new Promise(() => {}), limits: SHORT, outcome: 'failed' },
  'tcp-refused': { at: 'closed', outcome: 'failed' },
  // Nothing comes back from the very beginning: here, a TLS greeting that nobody answers.
  'tcp-blackhole': {
    at: 'tls',
    tls: { isTrusted: true, SNICallback: () => {} },
    limits: SHORT,
    outcome: 'failed',
  },
  'tcp-reset-early': {
    at: 'beside',
    spoil: (response) => response.socket?.resetAndDestroy(),
    outcome: 'failed',
  },
  'tcp-reset-mid-body': {
    at: 'beside',
    spoil(response, { headers, body = '' }) {
      response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.write(body.slice(0, body.length >> 1), () => response.socket?.resetAndDestroy());
    },
    outcome: 'failed',
  },
  'tcp-slow-drip': {
    at: 'beside',
    spoil(response, { headers, body = '' }) {
      response.writeHead(200, { ...headers });
      let sent = 0;
      const timer = setInterval(() => response.write(body.slice(sent, ++sent)), 50);
      response.on('close', () => clearInterval(timer));
    },
    limits: SHORT,
    outcome: 'failed',
  },
  'tcp-half-open': { at: 'beside', spoil: () => {}, limits: SHORT, outcome: 'failed' },
  'tls-expired': { at: 'tls', tls: { isTrusted: true, until: '210101000000Z' }, outcome: 'failed' },
  'tls-wrong-host': { at: 'tls', tls: { isTrusted: true, name: 'other.example' }, outcome: 'failed' },
  'tls-self-signed': { at: 'tls', tls: {}, outcome: 'failed' },
  'tls-old': {
    at: 'tls',
    tls: { isTrusted: true, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    outcome: 'failed',
  },
};
