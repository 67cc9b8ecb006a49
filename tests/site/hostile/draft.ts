import type { Advisory, Affected } from '../../../src/core/advisory.ts';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../../../src/core/change.ts';
import { instantAt } from '../../../src/core/instant.ts';
import { notesHash } from '../../../src/core/notes.ts';
import type { Asset, Release } from '../../../src/core/release.ts';
import type { Summary } from '../../../src/core/summary.ts';
import type { Upstream } from '../../../src/core/upstream.ts';
import type { WatchedProject } from '../../../src/core/watchlist.ts';

/** All that data/ holds because of one project: harmless until the contexts put a vector into it. */
export interface Draft {
  readonly purl: string;
  /** What the title of its list says. */
  listed?: string;
  readonly watched: WatchedProject;
  /** The name of a further package, that ships version 1.1.0 too. */
  channel: string;
  readonly upstream: Upstream & { tags: Record<string, string> };
  /** The one whose every field is hostile, and the newest that upstream stands by. */
  readonly release: Release & { notes: string[] };
  readonly asset: Asset;
  readonly latest: Release & { notes: string[] };
  readonly advisory: Advisory;
  readonly affected: Affected & { ranges: NonNullable<Affected['ranges']> };
  readonly summary: Summary;
  readonly changes: Change[];
}

const FIRST = Date.UTC(2024, 0, 1, 12);
const DAY = 86_400_000;
/** How many projects had something on one day. */
const A_DAY = 7;

/** The day of the project with this number, and so many days later. */
function momentOf(number: number, days = 0): string {
  return instantAt(FIRST + (Math.floor(number / A_DAY) + days) * DAY + (number % A_DAY) * 60_000);
}

export function draftOf(number: number): Draft {
  const id = `p${number}`;
  const purl = number % 2 === 0 ? `pkg:github/acme/${id}` : `pkg:npm/${id}`;
  const affected = {
    package: purl,
    ranges: [{ type: 'ECOSYSTEM' as const, events: [{ introduced: '0' }, { fixed: '1.0.1' }] }],
  };
  return {
    purl,
    watched: { package: purl, id, name: `Project ${number}`, tags: ['infra'], uses: '1.0.0' },
    channel: `${id}-mirror`,
    upstream: { name: id, tags: { latest: '1.1.0' } },
    release: release(number, `2.${number}.0`, 1),
    asset: { name: 'tool.tgz', size: 1000 },
    latest: release(number, '1.1.0', 0),
    advisory: {
      format: 1,
      id: `TEST-2024-${number}`,
      modified: momentOf(number, 1),
      published: momentOf(number, 1),
      affected: [affected],
    },
    affected,
    summary: {
      version: '1.1.0',
      notes: notesHash(''),
      model: 'model',
      prompt: 1,
      headline: { text: 'Tides are read from more harbours.', quote: 'Reads tides from five harbours' },
    },
    changes: [],
  };
}

function release(number: number, version: string, days: number): Draft['release'] {
  const at = momentOf(number, days);
  return { version, publishedAt: at, seenAt: at, notes: [], notesFrom: 'release' };
}

/** Adds a line to the ledger about the hostile release. */
export function tell(draft: Draft, kind: ChangeKind, fields: Partial<Change>): void {
  const { severity } = CHANGE_KINDS[kind];
  const { version, seenAt: at } = draft.release;
  draft.changes.push({ at, kind, package: draft.purl, version, ...fields, severity });
}
