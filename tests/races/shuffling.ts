import { gunzipSync, gzipSync } from 'node:zlib';
import { parseIfJson } from '../../src/platform/parse-if-json.ts';
import type { Handler, Served } from '../upstream/upstream.ts';
import type { Chance } from './chance.ts';

// Pages of GraphQL go on where the last one ended, and an entry of Composer’s minified lists is what differs from the one before.
function hasOrder(path: readonly string[]): boolean {
  return path.includes('packages') || (path.at(-1) === 'nodes' && path.at(-2) !== 'releaseAssets');
}

// Manifests and blobs have their digest for a name: other bytes are another file.
const BY_DIGEST = /^\/v2\/.+\/(?:manifests|blobs)\//;

/** The same upstream, which gives the keys of its objects and the items of its lists in another order each time, and no validators. */
export function shuffled(handler: Handler, chance: () => Chance | undefined): Handler {
  return async (asked, origin) => {
    const draw = chance();
    const { 'if-none-match': _, 'if-modified-since': __, ...headers } = asked.headers;
    if (draw === undefined) return handler(asked, origin);
    const served = await handler({ ...asked, headers }, origin);
    if (served?.body === undefined || BY_DIGEST.test(asked.path)) return served;
    return shuffleBody(served, draw);
  };
}

function shuffleBody(served: Served, chance: Chance): Served {
  const { etag: _, 'last-modified': __, ...headers } = served.headers ?? {};
  const isPacked = headers['content-encoding'] === 'gzip';
  const bytes = Buffer.from(served.body ?? '');
  const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  const changed = shuffleText(text, chance);
  if (changed === undefined) return { ...served, headers };
  return { ...served, headers, body: isPacked ? gzipSync(changed) : changed };
}

/** JSON, or a JSON value a line; undefined for what is neither. */
function shuffleText(text: string, chance: Chance): string | undefined {
  const whole = parseIfJson(text);
  if (whole !== undefined) return JSON.stringify(shuffleValue(whole, [], chance));
  const lines = text.split('\n').filter((line) => line !== '');
  const values = lines.map(parseIfJson);
  if (values.length === 0 || values.includes(undefined)) return undefined;
  const changed = values.map((value) => JSON.stringify(shuffleValue(value, [], chance)));
  return `${chance.shuffle(changed).join('\n')}\n`;
}

function shuffleValue(value: unknown, path: readonly string[], chance: Chance): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffleValue(item, path, chance));
    return hasOrder(path) ? items : chance.shuffle(items);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    return [name, shuffleValue(inner, [...path, name], chance)];
  });
  return Object.fromEntries(chance.shuffle(entries));
}
