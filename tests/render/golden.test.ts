import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DEFAULT_LIMITS } from '../../src/render/limits.ts';
import { renderNotes } from '../../src/render/render-notes.ts';
import { RENDER_VERSION } from '../../src/render/renderer.ts';

const TESTS = join(import.meta.dirname, '..');

test('what RENDER_VERSION stands for: with other HTML, raise it and write the golden of that name', () => {
  const notes = readFileSync(join(TESTS, 'fixtures/render/notes.md'), 'utf8');
  const golden = readFileSync(join(TESTS, `goldens/render/notes-v${RENDER_VERSION}.html`), 'utf8');
  const context = {
    repositoryUrl: 'https://github.com/acme/tool',
    ref: 'v2.0.0',
    sourceUrl: 'https://github.com/acme/tool/releases/tag/v2.0.0',
  };
  assert.equal(`${renderNotes(notes, context, DEFAULT_LIMITS)}\n`, golden);
});
