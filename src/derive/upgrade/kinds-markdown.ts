import { KIND_WORDS } from '../meaning/kind-words.ts';
import type { CumulativeKind } from './cumulate.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** What notes say as markdown: of each kind a heading and its items, so many at most, with the versions that tell them. */
export function kindsMarkdown(kinds: readonly CumulativeKind[], most: number): string[] {
  return kinds.map(({ kind, items }) => {
    const shown = items.slice(0, most).map(({ text, releases }) => {
      return `- ${escapeMarkdown(text)} (${escapeMarkdown(releases.map(({ version }) => version).join(', '))})`;
    });
    const more = items.length > most ? [`- … and ${items.length - most} more`] : [];
    return `**${KIND_WORDS[kind]}**\n\n${[...shown, ...more].join('\n')}`;
  });
}
