import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../../src/platform/root.ts';

// What a model says may be shown, and nothing else: neither marks nor steps, feeds' filters or alerts may read it.
const READERS = [
  /^core\/summary\.ts$/,
  /^derive\/summaries\//,
  /^enrich\/summaries\//,
  /^outputs\/(?:release-entry|release-pages|release-summary)\.ts$/,
  /^pipeline\/summarize\//,
  /^site(?:\.ts|\/read-site\.ts)$/,
  /^store\/(?:check-data|check-summaries|summaries)\.ts$/,
];
const IMPORT =
  /from '[^']*(?:\/summary|\/summaries|-summar(?:y|ies)|\/summaries\/[^']*|\/summarize\/[^']*)\.ts'/;

describe('what a model said', () => {
  test('is read by nothing that computes a mark', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const sources = files
      .filter((file) => /\.(?:ts|astro)$/.test(file))
      .map((file) => file.replaceAll('\\', '/'));
    const readers = sources.filter((file) => IMPORT.test(readFileSync(join(ROOT, 'src', file), 'utf8')));
    assert.ok(readers.length > 10, 'the pattern finds those who read');
    assert.deepEqual(
      readers.filter((file) => !READERS.some((allowed) => allowed.test(file))),
      [],
    );
  });
});
