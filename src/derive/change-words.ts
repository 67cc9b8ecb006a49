import type { Change, ChangeKind } from '../core/change.ts';
import { showHidden } from '../core/show-hidden.ts';

interface KindWords {
  /** What happened, after the name of a release or a package. */
  readonly words: string;
  /** What that means, in a sentence. */
  readonly means: string;
}

/** Every kind of change as a reader is told. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, KindWords>> = {
  imported: { words: 'read for the first time', means: 'Its releases until then are history, not news.' },
  published: { words: 'published', means: 'Upstream lists a version that was not there before.' },
  promoted: { words: 'promoted to stable', means: 'Upstream no longer calls it a pre-release.' },
  'notes-edited': { words: 'notes edited', means: 'The notes say something else than they did.' },
  retitled: { words: 'retitled', means: 'The release has another title.' },
  redated: { words: 'redated', means: 'Upstream gives another date of publication.' },
  'asset-added': { words: 'file added', means: 'A file joined the release a day or more after it came out.' },
  'asset-removed': { words: 'file removed', means: 'A file that the release had is there no more.' },
  'asset-replaced': {
    words: 'file replaced',
    means: 'A file has other bytes under the same name. Whoever pinned its digest is right to ask why.',
  },
  rebuilt: { words: 'image rebuilt', means: 'The tag of a container image points at a new build.' },
  'tag-moved': {
    words: 'tag moved',
    means: 'The tag of a release points at another commit: the same version is other code now.',
  },
  yanked: { words: 'yanked', means: 'Upstream asks that nobody takes it up.' },
  unyanked: { words: 'no longer yanked', means: 'Upstream takes back that it was yanked.' },
  deprecated: { words: 'deprecated', means: 'Upstream advises against it.' },
  undeprecated: { words: 'no longer deprecated', means: 'Upstream takes back that it was deprecated.' },
  withdrawn: {
    words: 'withdrawn',
    means: 'Upstream has not listed it for a day or more. What we read of it stays here.',
  },
  restored: { words: 'listed again', means: 'Upstream lists again what it had withdrawn.' },
  lagging: {
    words: 'a day behind',
    means: 'It lacks a stable version that another package of the project has had for a day.',
  },
  renamed: { words: 'renamed', means: 'Upstream goes by another name now.' },
  'identity-changed': {
    words: 'another project has its name',
    means: 'Somebody else answers under this name. What we hold is of the project that had it before.',
  },
  quarantined: {
    words: 'listing not believed',
    means: 'A listing lost many releases at once. What we hold stays until a listing can be believed.',
  },
  unreachable: {
    words: 'not found any more',
    means: 'Upstream has said for a day that there is no such package.',
  },
  reachable: { words: 'found again', means: 'Upstream has the package again.' },
};

/** What happened, and to which file or package: `file replaced: tool.tgz`. */
export function changeInWords({ kind, subject, version }: Change): string {
  const { words } = CHANGE_WORDS[kind];
  return subject === undefined || subject === version ? words : `${words}: ${showHidden(subject)}`;
}
