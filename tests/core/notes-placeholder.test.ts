import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPlaceholder } from '../../src/core/notes-placeholder.ts';

describe('notes that say nothing yet', () => {
  for (const notes of [
    undefined,
    '',
    ' \n\t\n',
    [''],
    ['', '  '],
    'TBD',
    'tba',
    'Todo',
    'TODO:',
    'WIP',
    'n/a',
    'N/A.',
    'Coming soon',
    'coming soon…',
    'Coming soon!',
    '**TBD**',
    '_Coming soon_',
    '~~`wip`~~',
    '> TODO',
    '# TBD',
    '- TBD',
    '(work in progress)',
    '<!-- TODO -->',
    'Release notes to follow',
    '*Release notes to follow.*',
    'Release notes: TBD',
    'Changelog coming soon',
    'The full release notes will follow soon.',
    'To be announced',
    ['**TBD**', ''],
  ]) {
    test(JSON.stringify(notes) ?? 'none', () => assert.ok(isPlaceholder(notes)));
  }
});

describe('notes that say something', () => {
  for (const notes of [
    'Fixes a crash',
    'TODO list: sorts by date',
    'Removes the WIP banner',
    'No changes',
    'None',
    '-',
    '1.2.3',
    'na na na',
    'TBD\n\n- Fixes a crash',
    ['## Fixes', 'TBD'],
    'Coming soon: a new parser',
    `TBD ${'.'.repeat(200)}`,
  ]) {
    test(JSON.stringify(notes), () => assert.ok(!isPlaceholder(notes)));
  }
});
