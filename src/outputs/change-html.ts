import { type Html, html } from '../core/html.ts';
import type { ChangeDetail } from '../derive/change-detail.ts';
import type { ChangeValue } from '../derive/change-values.ts';
import type { NotesDiff } from '../derive/notes-diff.ts';

/** An item of the ledger for a feed: what happened, the values whole, and edited notes compared. */
export function changeHtml(
  title: string,
  { before, after, diff, replaced }: ChangeDetail,
  means: string,
): Html {
  return html`<p>${title}.</p><p>${means}</p>${value(after === undefined ? 'Was' : 'Before', before)}${value(before === undefined ? '' : 'After', after)}${diff && compared(diff)}${
    replaced &&
    html`<p>What stood there before; the text that came after is not held:</p>${compared(replaced)}`
  }`;
}

function value(name: string, given: ChangeValue | undefined): Html | undefined {
  if (given === undefined) return undefined;
  const { short, whole = short, isCode } = given;
  return html`<p>${name !== '' && `${name}: `}${isCode ? html`<code>${whole}</code>` : whole}</p>`;
}

function compared({ hunks, isCut }: NotesDiff): Html {
  const places = hunks.map((pieces) => {
    const marked = pieces.map(({ kind, text }) => {
      if (kind === 'added') return html`<ins>${text}</ins>`;
      return kind === 'removed' ? html`<del>${text}</del>` : text;
    });
    return html`<pre>${marked}</pre>`;
  });
  return html`${places}${isCut && html`<p>More was changed than is shown here.</p>`}`;
}
