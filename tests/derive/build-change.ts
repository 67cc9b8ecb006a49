import { CHANGE_KINDS, type Change, type ChangeKind } from '../../src/core/change.ts';

/** A change of tool 1.0.0, as grave as its kind. */
export function aChange(kind: ChangeKind, fields: Partial<Change> = {}): Change {
  const { severity } = CHANGE_KINDS[kind];
  return { at: '2026-11-05T08:09:10Z', kind, package: 'pkg:npm/tool', version: '1.0.0', severity, ...fields };
}

/** So many edits of one package at one moment, of 1.0.0, 1.1.0 … */
export function recut(count: number, fields: Partial<Change> = {}): Change[] {
  return Array.from({ length: count }, (_, n) =>
    aChange('notes-edited', { version: `1.${n}.0`, before: [`old ${n}`], ...fields }),
  );
}
