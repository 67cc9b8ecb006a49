import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../../src/platform/files.ts';
import { OWN_VECTORS } from './own-vectors.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/hostile');
const CORPORA = ['names.json', 'urls.json', 'versions.json', 'injection.json'];

/**
 * Every text that upstreams and watchlists say in the hostile site: our own, those of the fixtures, and every text in any JSON file
 * below the folder that TIDINGS_VECTORS names.
 */
export async function readVectors(folder: string | undefined): Promise<string[]> {
  const fixtures = CORPORA.map((name) => join(FIXTURES, name));
  const others = folder === undefined ? [] : (await listFiles(folder)).map((name) => join(folder, name));
  const vectors = new Set(OWN_VECTORS);
  for (const path of [...fixtures, ...others]) {
    if (!path.endsWith('.json')) continue;
    for (const text of textsOf(JSON.parse(await readFile(path, 'utf8')))) vectors.add(text);
  }
  return [...vectors].filter((text) => text !== '');
}

// What says how a vector is made, or why it is there, is none.
const ABOUT = new Set(['why', 'kind', 'check', 'expected', 'channel', 'id']);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('build' in value && Array.isArray(value.build)) return [built(value.build)];
  return Object.entries(value).flatMap(([key, inner]) => (ABOUT.has(key) ? [] : textsOf(inner)));
}

const MOST_REPEATS = 200;

/** Pieces, each so many times: enough of them to be long, so that a version may hold them. */
function built(pieces: readonly unknown[]): string {
  return pieces
    .map((piece) => {
      const [text, count] = Array.isArray(piece) ? piece : [];
      return String(text).repeat(Math.min(Number(count), MOST_REPEATS));
    })
    .join('');
}
