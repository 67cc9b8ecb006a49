import assert from 'node:assert/strict';
import type { Change } from '../../src/core/change.ts';
import type { Release } from '../../src/core/release.ts';
import type { Entry } from '../../src/derive/entry.ts';
import { type ReleaseView, releaseBody } from '../../src/outputs/release-body.ts';
import { toChange } from '../../src/store/classify.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../build-release.ts';

/** The entry of a single release 1.2.3. */
export function entryOf(fields: Partial<Release> = {}, project = aProject()): Entry {
  const [entry] = entriesOf([aRelease({ version: '1.2.3', ...fields })], project);
  return entry ?? assert.fail();
}

/** The page of an entry, as markup. */
export function bodyOf(entry: Entry, more: Partial<ReleaseView> = {}): string {
  const view = {
    entry,
    notes: '',
    advisories: { fixes: [], affectedBy: [] },
    changes: [],
    importedAt: undefined,
    asOf: IMPORTED,
    placeOf: () => undefined,
    newer: undefined,
    older: undefined,
    onTrack: undefined,
    base: '/tidings/',
    ...more,
  };
  return releaseBody(view).markup;
}

/** A change of 1.2.3. */
export function change(kind: Change['kind'], fields: Partial<Change> = {}): Change {
  return { ...toChange({ kind }, 'pkg:npm/tool', '1.2.3', '2026-11-05T08:09:10Z'), ...fields };
}

/** The text of a piece of markup, tags as nothing. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
