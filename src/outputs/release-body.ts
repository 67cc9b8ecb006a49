import { comparisonUrl, projectUrl, releaseUrl } from '../core/address.ts';
import type { Change } from '../core/change.ts';
import { type Html, html, trusted } from '../core/html.ts';
import type { Instant } from '../core/instant.ts';
import { packageName } from '../core/package.ts';
import { projectPath, releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { ReleaseAdvisories } from '../derive/advisories/package-advisories.ts';
import type { Entry } from '../derive/entry.ts';
import { awaitsNotes } from '../derive/is-provisional.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import { shipmentsOf } from '../derive/shipments.ts';
import { dayInWords, lagInWords, momentInWords, stepInWords } from '../derive/words.ts';
import { releaseAdvisories } from './release-advisories.ts';
import { releaseFacts } from './release-facts.ts';
import { meaningFlags, releaseMeaning } from './release-meaning.ts';
import { releaseTimeline } from './release-timeline.ts';

export interface ReleaseView {
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
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
  readonly base: string;
}

/** All of a release page between the site's head and foot. */
export function releaseBody(view: ReleaseView): Html {
  const { entry, base, asOf, meaning } = view;
  const { project, step, version } = entry;
  return html`<nav class="crumbs" aria-label="Breadcrumb"><a href="${toHref(base, 'projects/')}">Projects</a> <a href="${toHref(base, projectPath(project.id))}">${project.name}</a></nav>
<header class="release-head">
<h1>${project.name} <span class="version">${version}</span></h1>
<p class="meta"><span class="phase phase-${step.kind}" aria-hidden="true"></span> ${stepInWords(step)}${meaning && meaningFlags(meaning)} <span class="dot">·</span> <time datetime="${entry.at}" data-age>${dayInWords(entry.at)}</time></p>
${marks(entry)}${releaseAdvisories(view.advisories)}${awaitsNotes(entry, asOf) && html`<p class="mark"><strong>Notes may still come.</strong> This came out less than a day before the newest word from upstream.</p>`}
</header>
<div class="release-grid">
<section class="notes-column" aria-labelledby="notes"><h2 class="hidden" id="notes">Release notes</h2>${view.summary}${meaning && releaseMeaning(meaning)}${notesSection(view)}</section>
<aside class="facts-column">${releaseTimeline(view)}${releaseFacts(entry, meaning?.contributors)}${links(view)}</aside>
</div>
${neighbours(view)}`;
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

function notesSection({ entry, notes }: ReleaseView): Html {
  if (entry.notes === undefined || notes === '') {
    return html`<p class="empty">No notes came with this release.</p>`;
  }
  const { from, package: pkg, ref, isCut } = entry.notes;
  const url = releaseUrl(pkg, ref);
  const whole = url === undefined ? undefined : html` <a href="${url}" rel="noreferrer">Read it there</a>.`;
  return html`<div class="notes">${trusted(notes)}</div>
<p class="source-line">${NOTES_FROM[from]}, <code>${packageName(pkg)}</code>.${isCut && ' Cut at 256 KiB.'}${whole}</p>`;
}

function links({ entry, older }: ReleaseView): Html {
  const items = shipmentsOf(entry).map(({ package: pkg, release: { version, url }, at, lagHours }) => {
    const address = releaseUrl(pkg, version, url) ?? projectUrl(pkg);
    const name = `${pkg.type}: ${packageName(pkg)}`;
    const link = address === undefined ? name : html`<a href="${address}" rel="noreferrer">${name}</a>`;
    const isAlone = entry.channels.length === 0;
    return html`<li>${link}${!isAlone && at !== undefined && lagHours !== undefined && shipped(at, lagHours)}</li>`;
  });
  return html`<h2>Where it ships</h2><ul class="plain">${items}${codeComparison(entry, older)}</ul>`;
}

function shipped(at: string, lagHours: number): Html {
  const words = lagHours === 0 ? 'first' : lagInWords(lagHours);
  return html` <span class="soft"><time datetime="${at}">${momentInWords(at)}</time>, ${words}</span>`;
}

function codeComparison(entry: Entry, older: Entry | undefined): Html | undefined {
  const pairs = entry.channels.map((channel) => {
    const before = older?.channels.find(({ package: pkg }) => pkg.purl === channel.package.purl);
    return { package: channel.package, from: before?.release.version, to: channel.release.version };
  });
  pairs.push({ package: entry.project.package, from: older?.release.version, to: entry.release.version });
  for (const { package: pkg, from, to } of pairs) {
    const url = from === undefined ? undefined : comparisonUrl(pkg, from, to);
    if (url !== undefined)
      return html`<li><a href="${url}" rel="noreferrer">Code since ${older?.version}</a></li>`;
  }
  return undefined;
}

function neighbours({ newer, older, base }: ReleaseView): Html {
  const link = (entry: Entry | undefined, rel: string, words: string) =>
    entry &&
    html`<a rel="${rel}" href="${toHref(base, releasePath(entry.project.id, entry.release.version))}"><span>${words}</span> ${entry.version}</a>`;
  return html`<nav class="neighbours" aria-label="Other releases">${link(older, 'prev', 'Older')}${link(newer, 'next', 'Newer')}</nav>`;
}
