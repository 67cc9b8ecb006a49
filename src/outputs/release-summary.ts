import { type Html, html } from '../core/html.ts';
import { itemsOf, type SummaryItem, type SummaryPlace } from '../core/summary.ts';
import type { PlacedItem, ShownSummary } from '../derive/summaries/shown-summary.ts';

const NAMES: Readonly<Record<SummaryPlace, string>> = {
  headline: 'In short',
  breaking: 'What breaks',
  security: 'Security',
  features: 'New',
  fixes: 'Fixed',
  action: 'To do',
};

/** A model's summary on a release page: labelled as such, each line with the words of the notes that it stands on. */
export function releaseSummary(summary: ShownSummary): Html {
  const groups = [...Map.groupBy(itemsOf(summary.content), ([place]) => place)];
  const lists = groups.map(
    ([place, items]) => html`<h3>${NAMES[place]}</h3><ul>${items.map(([, item]) => withQuote(item))}</ul>`,
  );
  return html`<section class="summary" aria-labelledby="summary"><h2 id="summary">Summary</h2>
<p class="source-line">Made by a model, <code>${summary.model}</code>, of the notes below. It may be wrong; each line shows the words that it stands on.</p>
${lists}${difference(summary)}</section>`;
}

function withQuote({ text, quote }: SummaryItem): Html {
  return html`<li>${text} <details><summary>Quotation</summary><blockquote>${quote}</blockquote></details></li>`;
}

function difference({ edited }: ShownSummary): Html | undefined {
  if (edited === undefined || edited.gone.length + edited.fresh.length === 0) return undefined;
  return html`<details><summary>The notes were edited, and this summary was made anew</summary>${group('No longer there', edited.gone)}${group('Only there now', edited.fresh)}</details>`;
}

function group(title: string, items: readonly PlacedItem[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<p>${title}:</p><ul>${items.map(([place, item]) => html`<li>${NAMES[place]}: ${item.text} <q>${item.quote}</q></li>`)}</ul>`;
}

/** The same for feeds, whose readers fold nothing. */
export function feedSummary(summary: ShownSummary): Html {
  const items = itemsOf(summary.content).map(
    ([place, { text, quote }]) => html`<li>${NAMES[place]}: ${text} <q>${quote}</q></li>`,
  );
  return html`<p><strong>Summary</strong>, made by a model (${summary.model}), with the words of the notes that it stands on:</p><ul>${items}</ul><hr>`;
}
