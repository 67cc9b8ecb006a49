import type { Change, ChangeKind } from '../core/change.ts';
import { type Html, html } from '../core/html.ts';
import type { Entry } from '../derive/entry.ts';
import { momentInWords } from '../derive/words.ts';

const KIND_WORDS: Partial<Record<ChangeKind, string>> = {
  promoted: 'promoted to stable',
  'notes-edited': 'notes edited',
  'asset-added': 'file added',
  'asset-removed': 'file removed',
  'asset-replaced': 'file replaced',
  'tag-moved': 'tag moved',
  unyanked: 'no longer yanked',
  undeprecated: 'no longer deprecated',
};

/** What happened to a release after its publication, from the ledger; nothing where nothing did. */
export function releaseTimeline({ release }: Entry, changes: readonly Change[]): Html | undefined {
  const later = changes.filter(({ kind }) => kind !== 'published');
  if (later.length === 0) return undefined;
  const steps = [
    ...(release.publishedAt === undefined
      ? []
      : [{ at: release.publishedAt, words: 'published', severity: 'info' }]),
    { at: release.seenAt, words: 'seen by Tidings', severity: 'info' },
    ...later.map((change) => ({ at: change.at, words: wordsOf(change), severity: change.severity })),
  ];
  const items = steps.map(
    ({ at, words, severity }) =>
      html`<li class="${severity}"><time datetime="${at}">${momentInWords(at)}</time> <span>${words}</span></li>`,
  );
  return html`<h2>What happened to it</h2><ol class="timeline">${items}</ol>`;
}

function wordsOf({ kind, subject, version }: Change): string {
  const words = KIND_WORDS[kind] ?? kind;
  return subject === undefined || subject === version ? words : `${words}: ${subject}`;
}
