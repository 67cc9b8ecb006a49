import { type Html, html } from '../core/html.ts';
import { toHref } from '../core/to-href.ts';
import { type TimelineStep, timelineOf } from '../derive/timeline.ts';
import { momentInWords } from '../derive/words.ts';
import type { ReleaseView } from './release-body.ts';

/** The life of a release: published, seen, and what the ledger says of it, each with a link to its entry there. */
export function releaseTimeline(
  view: Pick<ReleaseView, 'entry' | 'changes' | 'importedAt' | 'placeOf' | 'base'>,
): Html {
  const steps = timelineOf(view.entry, view.changes, view.importedAt);
  const items = steps.map((step) => {
    const place = step.change && view.placeOf(step.change);
    return timelineItem(step, place === undefined ? undefined : toHref(view.base, place));
  });
  return html`<h2>What happened to it</h2><ol class="timeline">${items}</ol>`;
}

function timelineItem({ at, words, after, severity, change }: TimelineStep, href: string | undefined): Html {
  const what = href === undefined ? words : html`<a href="${href}">${words}</a>`;
  const flap = change?.flap === true;
  const remarks = [after, flap && 'moved back within a week'].filter(
    (one) => one !== undefined && one !== false,
  );
  return html`<li class="${severity}${flap && ' flap'}"><time datetime="${at}">${momentInWords(at)}</time> <span class="words">${what}</span>${remarks.length > 0 && html`<span class="after">, ${remarks.join(', ')}</span>`}</li>`;
}
