import { type Html, html } from '../core/html.ts';
import type { Entry } from '../derive/entry.ts';
import { releaseFiles } from './release-files.ts';

type Fact = readonly [name: string, value: Html | string | undefined];

/** What is known of a release, but for its times, as a list of names and values, and its files with their digests. */
export function releaseFacts({ release }: Entry, thanked: readonly string[] = []): Html {
  const { commit, author, provenance, immutable, assets } = release;
  const facts: Fact[] = [
    ['Author', author],
    ['Thanked', thanked.length > 0 ? names(thanked) : undefined],
    ['Commit', commit && html`<code>${commit.slice(0, 12)}</code>`],
    ['Provenance', provenance && html`attested, <code>${provenance.replace(/^https?:\/\//, '')}</code>`],
    ['Immutable', immutable && 'tag and files are locked upstream'],
  ];
  const rows = facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  const list = rows.length > 0 && html`<h2>Facts</h2><dl class="facts">${rows}</dl>`;
  return html`${list}${releaseFiles(assets ?? [])}`;
}

const MOST_NAMES = 12;

function names(thanked: readonly string[]): string {
  const more = thanked.length - MOST_NAMES;
  const shown = thanked.slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
