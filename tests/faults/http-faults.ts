import { type Spoil, send } from './faulty-server.ts';
import type { UpstreamFault } from './upstream-faults.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const HALF_AN_HOUR_ON = String(Math.floor(Date.now() / 1000) + 1800);

/** A status instead of the answer. */
function status(
  code: number,
  headers: Readonly<Record<string, string>> = {},
  body = '{"message":"no"}',
): Spoil {
  return (response) => send(response, { status: code, headers: { ...JSON_TYPE, ...headers }, body });
}

function beside(spoil: Spoil): UpstreamFault {
  return { at: 'beside', spoil, outcome: 'failed' };
}

// What a host says of itself concerns all that lies there: the package has one of its own.
function own(spoil: Spoil): UpstreamFault {
  return { at: 'own', spoil, outcome: 'failed' };
}

function redirect(location: string, code = 302): UpstreamFault {
  return beside(status(code, { location }));
}

/** Layer http. */
export const HTTP_FAULTS: Readonly<Record<string, UpstreamFault>> = {
  'http-400': beside(status(400)),
  'http-401': beside(status(401)),
  'http-403': beside(status(403)),
  'http-403-primary': own(
    status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': HALF_AN_HOUR_ON }),
  ),
  'http-403-secondary': own(status(403, { 'retry-after': '60' }, '{"message":"secondary rate limit"}')),
  'http-403-secondary-bare': own(status(403, {}, '{"message":"secondary rate limit"}')),
  'http-404': beside(status(404)),
  'http-410': beside(status(410)),
  'http-429-seconds': own(status(429, { 'retry-after': '5' })),
  'http-429-date': own((response, good, asked) => {
    const later = new Date(Date.now() + 5000).toUTCString();
    status(429, { 'retry-after': later })(response, good, asked);
  }),
  'http-429-huge': own(status(429, { 'retry-after': '86400' })),
  'http-429-negative': own(status(429, { 'retry-after': '-1' })),
  'http-451': beside(status(451)),
  'http-500': beside(status(500)),
  'http-502-html': beside(status(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>')),
  'http-503': own(status(503, { 'retry-after': '7' })),
  'http-304-unasked': beside((response) => send(response, { status: 304 })),
  'http-206': beside((response, good) => send(response, { ...good, status: 206 })),
  'http-204': beside((response) => send(response, { status: 204 })),
  'redirect-loop': beside((response, _, { path }) => {
    send(response, {
      status: 302,
      headers: { location: path === '/subject' ? '/subject/again' : '/subject' },
    });
  }),
  'redirect-private': redirect('http://169.254.169.254/latest/meta-data'),
  'redirect-downgrade': {
    at: 'tls',
    tls: { isTrusted: true },
    spoil: status(302, { location: 'http://registry.example/subject' }),
    outcome: 'failed',
  },
  // It is followed, and whoever is there does not get what was meant for the other one.
  'redirect-cross-origin-token': {
    at: 'own',
    spoil(response, _, { query, headers }) {
      const { host } = new URL(`http://${headers['host']}`);
      const location = query.has('away')
        ? '/subject?there'
        : `http://localhost:${host.split(':')[1]}/subject?away`;
      send(response, { status: 302, headers: { location } });
    },
    outcome: 'failed',
  },
  'redirect-rename': {
    at: 'beside',
    spoil(response, good, { path }) {
      if (path === '/subject')
        send(response, { status: 301, headers: { location: '/subject/../subject?moved' } });
      else send(response, good);
    },
    outcome: 'either',
  },
  'redirect-scheme': redirect('file:///etc/passwd'),
};
