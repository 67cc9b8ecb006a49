import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'goldens');

/**
 * Compares a text, byte for byte, with a file below tests/goldens.
 * `UPDATE_GOLDENS=1 npm test` writes the file instead; read the difference before you commit it.
 */
export function assertGolden(path: string, text: string): void {
  const file = join(FOLDER, path);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.equal(text, readFileSync(file, 'utf8'), `tests/goldens/${path} differs`);
}
