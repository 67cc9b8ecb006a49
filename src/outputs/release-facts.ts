import { type Html, html } from '../core/html.ts';
import type { Asset } from '../core/release.ts';
import type { Entry } from '../derive/entry.ts';
import { sizeInWords } from '../derive/words.ts';

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
  return html`${list}${files(assets ?? [])}`;
}

const MOST_NAMES = 12;

function names(thanked: readonly string[]): string {
  const more = thanked.length - MOST_NAMES;
  const shown = thanked.slice(0, MOST_NAMES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function files(assets: readonly Asset[]): Html | undefined {
  if (assets.length === 0) return undefined;
  const items = assets.map(
    ({ name, size, digest }) =>
      html`<li><span class="file">${name}</span>${size !== undefined && html` <span class="size">${sizeInWords(size)}</span>`}${digest && html`<code class="digest">${digest}</code>`}</li>`,
  );
  const list = html`<ul class="files">${items}</ul>`;
  if (assets.length <= 8) return html`<h2>Files</h2>${list}`;
  return html`<h2>Files</h2><details><summary>${assets.length} files</summary>${list}</details>`;
}
