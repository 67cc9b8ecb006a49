import type { ReleaseFlags } from './release-flags.ts';

/** A kind of release that a search can be held to. */
export interface SearchKind {
  /** As it stands in an address. */
  readonly id: string;
  readonly title: string;
  readonly keeps: (flags: ReleaseFlags) => boolean;
}

export const SEARCH_KINDS: readonly SearchKind[] = [
  { id: 'breaking', title: 'breaking', keeps: ({ isBreaking }) => isBreaking },
  { id: 'security', title: 'security', keeps: ({ isSecurity }) => isSecurity },
  { id: 'major', title: 'major', keeps: ({ step }) => step === 'major' },
  { id: 'minor', title: 'minor', keeps: ({ step }) => step === 'minor' },
  { id: 'patch', title: 'patch', keeps: ({ step }) => step === 'patch' },
  { id: 'prerelease', title: 'pre-release', keeps: ({ step }) => step === 'prerelease' },
];
