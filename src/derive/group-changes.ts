import { type Change, changeId } from '../core/change.ts';

/** What is told as one: a change, or many that one act upstream made. */
export interface ChangeItem {
  /** A name for links, the same for ever. */
  readonly id: string;
  readonly first: Change;
  /** All of them in the ledger’s order, the first one too. */
  readonly changes: readonly Change[];
}

/** More edits of one package at one moment are one re-cut changelog. */
const MOST_EDITS = 20;
/** More imports at one moment are one line: a watchlist that was begun. */
const MOST_IMPORTS = 3;

/** The ledger’s changes as items, oldest first. */
export function groupChanges(changes: readonly Change[]): ChangeItem[] {
  const sizes = new Map<string, number>();
  for (const change of changes) {
    const key = groupKey(change);
    if (key !== undefined) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, Change[]>();
  const items: Change[][] = [];
  for (const change of changes) {
    const key = groupKey(change);
    const isOne = key !== undefined && (sizes.get(key) ?? 0) > mostOf(change);
    const begun = isOne ? groups.get(key) : undefined;
    if (begun !== undefined) {
      begun.push(change);
      continue;
    }
    const item = [change];
    if (isOne) groups.set(key, item);
    items.push(item);
  }
  return items.flatMap(toItem).sort(byTime);
}

function groupKey({ kind, at, package: purl }: Change): string | undefined {
  if (kind === 'imported') return at;
  return kind === 'notes-edited' ? `${at} ${purl}` : undefined;
}

function mostOf({ kind }: Change): number {
  return kind === 'imported' ? MOST_IMPORTS : MOST_EDITS;
}

function toItem(changes: readonly Change[]): ChangeItem[] {
  const [first] = changes;
  return first === undefined ? [] : [{ id: changeId(first).slice(0, 16), first, changes }];
}

// Stable: of one moment they stay in the order in which they were written.
function byTime(a: ChangeItem, b: ChangeItem): number {
  if (a.first.at === b.first.at) return 0;
  return a.first.at < b.first.at ? -1 : 1;
}

/** Whether all of an item undoes what was changed within the week before. */
export function isFlap({ changes }: ChangeItem): boolean {
  return changes.every(({ flap }) => flap === true);
}
