import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import { changeLine } from '../../src/store/ledger.ts';
import { ledgerPath } from '../../src/store/paths.ts';
import { HOSTILE_NOTES } from './hostile-notes.ts';

const ALPHA = 'pkg:npm/alpha';
const FLOOD = 'pkg:npm/flood';

function change(kind: ChangeKind, at: string, fields: Partial<Change>): Change {
  return { at, kind, package: ALPHA, severity: CHANGE_KINDS[kind].severity, ...fields };
}

const FIRST = [
  '## What is new',
  '',
  '- Reads tides from three harbors',
  '- Faster by a third',
  '',
  'Thanks to all.',
];
const SECOND = [
  '## What is new',
  '',
  '- Reads tides from five harbours',
  '- Faster by a third',
  '',
  'Thanks to all.',
];
const version = '1.2.0';

/** A ledger that the emulated world did not bring about: every kind of change, edits that follow one another, and things moved back. */
const MORE_CHANGES: readonly Change[] = [
  change('notes-edited', '2024-01-03T12:40:00Z', {
    version,
    before: FIRST,
    after: notesHash(SECOND.join('\n')),
  }),
  change('retitled', '2024-01-03T13:00:00Z', {
    version,
    before: 'Alpha <b>1.2',
    after: 'Alpha 1.2, “Spring tide”',
  }),
  change('notes-edited', '2024-01-05T08:05:00Z', {
    version,
    before: SECOND,
    after: notesHash('nobody knows'),
  }),
  change('asset-replaced', '2024-01-06T09:00:00Z', {
    version,
    subject: 'alpha-1.2.0.tgz',
    before: `sha256:${'0a1b2c3d'.repeat(8)}`,
    after: `sha256:${'f9e8d7c6'.repeat(8)}`,
  }),
  change('asset-replaced', '2024-01-07T09:00:00Z', {
    version,
    subject: 'alpha-1.2.0.tgz',
    before: `sha256:${'f9e8d7c6'.repeat(8)}`,
    after: `sha256:${'0a1b2c3d'.repeat(8)}`,
    flap: true,
  }),
  change('redated', '2024-01-08T07:00:00Z', {
    version,
    before: '2024-01-02T00:00:00Z',
    after: '2024-01-03T00:00:00Z',
  }),
  change('asset-added', '2024-01-08T07:30:00Z', { version, subject: 'alpha.sbom.json', after: '48213' }),
  change('asset-removed', '2024-01-08T07:30:00Z', { version, subject: 'old.zip', before: '1048576' }),
  change('promoted', '2024-02-01T06:00:00Z', { version }),
  change('deprecated', '2024-02-02T06:00:00Z', { version, after: 'use <i>2</i>' }),
  change('undeprecated', '2024-02-03T06:00:00Z', { version, before: 'use <i>2</i>', flap: true }),
  change('yanked', '2024-02-04T06:00:00Z', {
    version,
    after: 'it loses the tide tables of every second month, and then some more than that besides',
  }),
  change('unyanked', '2024-02-05T06:00:00Z', { version, before: 'it loses the tide tables', flap: true }),
  change('withdrawn', '2024-03-01T06:00:00Z', { version: '1.2.1' }),
  change('restored', '2024-03-20T06:00:00Z', { version: '1.2.1' }),
  change('lagging', '2024-03-21T06:00:00Z', {
    package: 'pkg:github/acme/alpha',
    version: '1.2.2',
    subject: ALPHA,
  }),
  change('renamed', '2024-03-22T06:00:00Z', { before: 'alfa', after: 'alpha' }),
  change('identity-changed', '2024-03-23T06:00:00Z', {
    package: 'pkg:github/acme/alpha',
    before: 'R_1',
    after: 'R_413012',
  }),
  change('quarantined', '2024-03-24T06:00:00Z', { package: FLOOD }),
  change('unreachable', '2024-03-25T06:00:00Z', { package: 'pkg:npm/vanished' }),
  change('reachable', '2024-03-26T06:00:00Z', { package: 'pkg:npm/vanished' }),
  change('rebuilt', '2024-03-27T06:00:00Z', {
    package: 'pkg:docker/acme/tool',
    version: '1.1',
    subject: 'linux/amd64',
    before: `sha256:${'1'.repeat(64)}`,
    after: `sha256:${'2'.repeat(64)}`,
  }),
  change('tag-moved', '2024-03-28T06:00:00Z', {
    package: 'pkg:github/acme/alpha',
    version: 'v1.2.0',
    subject: 'v1.2.0',
    before: 'c0ffee'.repeat(7).slice(0, 40),
    after: 'decade'.repeat(7).slice(0, 40),
  }),
  change('notes-edited', '2024-03-29T06:00:00Z', {
    package: 'pkg:github/acme/hostile',
    version: 'v1.0.0',
    before: ['<script>window.__pwned = 1</script>', 'a \u202Ereversed\u202C \u0000 line'],
    after: notesHash((HOSTILE_NOTES['v1.0.0'] ?? '').replaceAll('\r\n', '\n')),
  }),
  // A changelog that was cut anew, and a month of more lines than a page has.
  ...Array.from({ length: 25 }, (_, n) =>
    change('notes-edited', '2024-04-02T06:00:00Z', {
      package: FLOOD,
      version: `1.${n}.0`,
      before: [`change ${n}`],
      after: notesHash(`another ${n}`),
    }),
  ),
  ...Array.from({ length: 230 }, (_, n) =>
    change('published', `2024-05-${String(1 + Math.floor(n / 10)).padStart(2, '0')}T06:00:00Z`, {
      package: FLOOD,
      version: `0.${n}.0`,
    }),
  ),
  // Of a package that nobody follows any more.
  change('withdrawn', '2024-06-01T06:00:00Z', { package: 'pkg:npm/forgotten', version: '9.9.9' }),
];

/** Adds these changes to the ledger below a data folder, each to the file of its day. */
export async function tellMore(data: string): Promise<void> {
  for (const [path, ofDay] of Map.groupBy(MORE_CHANGES, ({ at }) => ledgerPath(at))) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await appendFile(join(data, path), ofDay.map(changeLine).join(''));
  }
}
