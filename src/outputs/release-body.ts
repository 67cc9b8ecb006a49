import { releaseUrl } from '../core/address.ts';
import type { Change } from '../core/change.ts';
import { type Html, html, trusted } from '../core/html.ts';
import type { Instant } from '../core/instant.ts';
import { packageName } from '../core/package.ts';
import { projectPath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { ReleaseAdvisories } from '../derive/advisories/package-advisories.ts';
import type { Entry } from '../derive/entry.ts';
import { awaitsNotes } from '../derive/is-provisional.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import { dayInWords, momentInWords, stepInWords } from '../derive/words.ts';
import { releaseAdvisories } from './release-advisories.ts';
import { releaseFacts } from './release-facts.ts';
import { releaseComparison, releaseShipments } from './release-links.ts';
import { meaningFlags, releaseMeaning } from './release-meaning.ts';
import { type Neighbours, releaseNeighbours } from './release-neighbours.ts';
import { outlineNotes } from './release-outline.ts';
import { releaseTimeline } from './release-timeline.ts';

export interface ReleaseView extends Neighbours {
  readonly entry: Entry;
  /** Safe HTML; empty where there are no notes. */
  readonly notes: string;
  /** What a model made of them. */
  readonly summary?: Html | undefined;
  /** What they say. */
  readonly meaning?: NotesMeaning | undefined;
  readonly advisories: ReleaseAdvisories;
  /** Of this version in all its packages, oldest first. */
  readonly changes: readonly Change[];
  /** When the package was first read. */
  readonly importedAt: Instant | undefined;
  /** The newest moment that data/ knows. */
  readonly asOf: Instant;
  /** Where the ledger’s pages tell of a change. */
  readonly placeOf: (change: Change) => string | undefined;
  readonly base: string;
}

/** All of a release page between the site's head and foot. */
export function releaseBody(view: ReleaseView): Html {
  const { entry, base, asOf, meaning } = view;
  const { project, step, version } = entry;
  const { notes, outline } = outlineNotes(entry.notes === undefined ? '' : view.notes);
  return html`<nav class="crumbs" aria-label="Breadcrumb"><a href="${toHref(base, 'projects/')}">Projects</a> <a href="${toHref(base, projectPath(project.id))}">${project.name}</a></nav>
<header class="release-head">
<h1>${project.name} <span class="version">${version}</span></h1>
<p class="meta"><span class="phase phase-${step.kind}" aria-hidden="true"></span> ${stepInWords(step)}${meaning && meaningFlags(meaning)} <span class="dot">·</span> <time datetime="${entry.at}" data-age>${dayInWords(entry.at)}</time></p>
${marks(entry)}${releaseAdvisories(view.advisories)}${awaitsNotes(entry, asOf) && html`<p class="mark"><strong>Notes may still come.</strong> This came out less than a day before the newest word from upstream.</p>`}
</header>
<div class="release-grid">
<section class="notes-column" aria-labelledby="notes"><h2 class="hidden" id="notes">Release notes</h2>${outline}${view.summary}${meaning && releaseMeaning(meaning)}${notesSection(view, notes)}</section>
<aside class="facts-column">${releaseTimeline(view)}${releaseShipments(entry)}${releaseComparison(entry, comparedWith(view), base)}${releaseFacts(entry, meaning?.contributors)}</aside>
</div>
${releaseNeighbours(view, base)}`;
}

// Where dates are out of order, the older one need not be below: then nothing is.
function comparedWith({ onTrack, older }: ReleaseView): Entry | undefined {
  return onTrack === undefined ? older : onTrack.before;
}

function marks({ release }: Entry): Html[] {
  const { withdrawnAt, missingSince, yanked, deprecated } = release;
  const said: Html[] = [];
  if (withdrawnAt !== undefined) {
    said.push(
      html`<p class="mark mark-alert"><strong>Withdrawn.</strong> Upstream no longer lists this version; noticed ${dayInWords(withdrawnAt)}.</p>`,
    );
  } else if (missingSince !== undefined) {
    said.push(
      html`<p class="mark"><strong>Missing</strong> from upstream’s listing since ${momentInWords(missingSince)}.</p>`,
    );
  }
  if (yanked !== undefined)
    said.push(html`<p class="mark mark-alert"><strong>Yanked:</strong> ${yanked}</p>`);
  if (deprecated !== undefined)
    said.push(html`<p class="mark"><strong>Deprecated:</strong> ${deprecated}</p>`);
  return said;
}

const NOTES_FROM = {
  release: 'Notes of the release',
  tag: 'Message of the tag',
  changelog: 'From the changelog',
  feed: 'From the project’s feed',
};

function notesSection({ entry }: ReleaseView, notes: string): Html {
  if (entry.notes === undefined || notes === '') {
    return html`<p class="empty">No notes came with this release.</p>`;
  }
  const { from, package: pkg, ref, isCut } = entry.notes;
  const url = releaseUrl(pkg, ref);
  const whole = url === undefined ? undefined : html` <a href="${url}" rel="noreferrer">Read it there</a>.`;
  return html`<div class="notes">${trusted(notes)}</div>
<p class="source-line">${NOTES_FROM[from]}, <code>${packageName(pkg)}</code>.${isCut && ' Cut at 256 KiB.'}${whole}</p>`;
}
