import { join } from 'node:path';
import { hashWatchlists } from '../../store/hash-watchlists.ts';
import { readTemplate } from './template.ts';

/**
 * Whether somebody made this copy their own: its watchlists are no longer the template's. Until then no workflow may fetch,
 * commit or publish: a fresh copy would follow our projects at its owner's cost.
 */
export async function isOwn(root: string): Promise<boolean> {
  const { watchlist } = await readTemplate(root);
  return (await hashWatchlists(join(root, 'data'))) !== watchlist;
}

/** What a person reads where nothing happened because of it; markdown. */
export const NOT_OWN = `Nothing was fetched: the watchlist is still the template’s.

To begin, edit \`data/watchlists/main.yml\` so that it names what you depend on, commit and push. Then turn on Pages:
Settings → Pages → Source: GitHub Actions.
`;
