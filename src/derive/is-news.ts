import type { Change, ChangeKind } from '../core/change.ts';

type Role = 'never' | 'unless-flap' | 'always';

// Releases have a feed of their own, and an import is maintenance. A file, a tag or a name that went back was still another one for a while.
const IN_CHANGES_FEED: Readonly<Record<ChangeKind, Role>> = {
  imported: 'never',
  published: 'never',
  promoted: 'unless-flap',
  'notes-edited': 'unless-flap',
  retitled: 'unless-flap',
  redated: 'unless-flap',
  'asset-added': 'unless-flap',
  'asset-removed': 'unless-flap',
  'asset-replaced': 'always',
  rebuilt: 'unless-flap',
  'tag-moved': 'always',
  yanked: 'unless-flap',
  unyanked: 'unless-flap',
  deprecated: 'unless-flap',
  undeprecated: 'unless-flap',
  withdrawn: 'unless-flap',
  restored: 'unless-flap',
  lagging: 'unless-flap',
  renamed: 'unless-flap',
  'identity-changed': 'always',
  quarantined: 'unless-flap',
  unreachable: 'unless-flap',
  reachable: 'unless-flap',
};

/** Whether a change is told to those who follow what happens after publication. */
export function isNews({ kind, flap }: Change): boolean {
  const role = IN_CHANGES_FEED[kind];
  return role === 'always' || (role === 'unless-flap' && flap !== true);
}
