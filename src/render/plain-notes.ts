import { escapeHtml } from '../core/escape.ts';
import { dropHarmful } from '../core/hidden-characters.ts';
import { LINK_RELATION } from './link-relation.ts';
import { resolveUrl } from './resolve-url.ts';
import type { UpstreamContext } from './upstream-context.ts';

/** Notes that could not be rendered: as plain text, cut at `characters`, with a link to their source. Takes linear time. */
export function plainNotes(notes: string, { sourceUrl }: UpstreamContext, characters: number): string {
  const text = notes.length > characters ? `${notes.slice(0, characters)}…` : notes;
  const pre = `<pre>${escapeHtml(dropHarmful(text))}</pre>`;
  const address = resolveUrl(sourceUrl ?? '');
  if (address === undefined) return pre;
  return `${pre}\n<p><a href="${escapeHtml(address)}" rel="${LINK_RELATION}">Read these notes at their source</a></p>`;
}
