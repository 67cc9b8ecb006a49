import { link } from '../links.ts';
import { parseFollowed } from './follow-set.ts';
import { type Kept, keep } from './kept.ts';
import { parseVisits } from './visits.ts';

// One host may carry several sites, each below a path of its own.
function own<Value>(name: string, parse: (kept: unknown) => Value): Kept<Value> {
  return keep(() => localStorage, `tidings:${link('')}:${name}`, parse);
}

/** What this browser keeps for its reader. Nothing of it goes anywhere. */
export const OWN = {
  visits: own('visits', parseVisits),
  followed: own('followed', parseFollowed),
  areKeysOn: own('keys', (kept) => kept !== false),
};

/** Tells of what another tab wrote. */
export function whenChanged({ key }: { readonly key: string }, changed: () => void): void {
  addEventListener('storage', (event) => {
    // Without a key, all of it was cleared.
    if (event.key === key || event.key === null) changed();
  });
}
