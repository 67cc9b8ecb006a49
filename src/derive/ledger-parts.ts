import { CHANGE_KINDS, type ChangeKind, isChangeKind, type Severity } from '../core/change.ts';
import { CHANGE_WORDS } from './change-words.ts';
import type { ChangeItem } from './group-changes.ts';
import { isNews } from './is-news.ts';

/** A part of the ledger that has pages of its own. */
export interface LedgerPart {
  /** Its folder below `changes/`. */
  readonly path: string;
  readonly title: string;
  readonly means: string;
  readonly has: (item: ChangeItem) => boolean;
}

const bySeverity = (severity: Severity) => (item: ChangeItem) => item.first.severity === severity;

/** The whole ledger, what happened after publication, and the three severities. */
export const LEDGER_PARTS: readonly LedgerPart[] = [
  {
    path: '',
    title: 'Everything',
    means: 'Every change that was ever noticed, newest first.',
    has: () => true,
  },
  {
    path: 'afterwards/',
    title: 'After publication',
    means: 'What happened to releases and packages after they came out: what the feed of changes tells.',
    has: ({ changes }) => changes.some(isNews),
  },
  {
    path: 'alerts/',
    title: 'Alerts',
    means: 'Replaced files, moved tags, withdrawn releases, and names that changed hands.',
    has: bySeverity('alert'),
  },
  {
    path: 'notices/',
    title: 'Notices',
    means: 'Worth a look, and seldom a reason to act at once.',
    has: bySeverity('notice'),
  },
  {
    path: 'info/',
    title: 'Info',
    means: 'Publications, edits of notes, and everything else that goes its usual way.',
    has: bySeverity('info'),
  },
];

/** A part for every kind of change. */
export const KIND_PARTS: readonly (LedgerPart & { readonly kind: ChangeKind })[] = Object.keys(CHANGE_KINDS)
  .filter(isChangeKind)
  .map((kind) => ({
    kind,
    path: `kinds/${kind}/`,
    title: capitalised(CHANGE_WORDS[kind].words),
    means: CHANGE_WORDS[kind].means,
    has: ({ first }) => first.kind === kind,
  }));

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
