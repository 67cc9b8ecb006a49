import { type Html, html } from '../core/html.ts';
import { identifierUrl } from '../core/identifier-url.ts';
import { IDENTIFIER, identifiersIn } from '../derive/meaning/identifiers.ts';
import { KIND_WORDS } from '../derive/meaning/kind-words.ts';
import { marksOf } from '../derive/meaning/marks.ts';
import { NOTE_KINDS, type NoteItem, type NoteKind } from '../derive/meaning/note-item.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import { RULES } from '../derive/meaning/rules.ts';

// Fewer items are read as fast where they stand.
const FEW = 4;
const SHOWN = 6;

/** The marks beside how far a version goes. */
export function meaningFlags(meaning: NotesMeaning): Html[] {
  const { breaking, security } = marksOf(meaning);
  const flags = [breaking && KIND_WORDS.breaking, security && KIND_WORDS.security];
  return flags
    .filter((word) => word !== undefined)
    .map((word) => html` <span class="dot">·</span> <span class="flag">${word.toLowerCase()}</span>`);
}

/** What the notes say, grouped, each mark with the rule that set it; nothing where the notes are as quick to read. */
export function releaseMeaning(meaning: NotesMeaning): Html | undefined {
  const { breaking, security } = marksOf(meaning);
  if (meaning.items.length <= FEW && breaking === undefined && security === undefined) return undefined;
  const groups = NOTE_KINDS.map((kind) => group(kind, meaning.items));
  return html`<section class="meaning" aria-labelledby="meaning"><h2 id="meaning">What it says</h2>${groups}${elsewhere(meaning)}</section>`;
}

function group(kind: NoteKind, all: readonly NoteItem[]): Html | undefined {
  const told = new Set<string>();
  const items = all.filter((item) => item.kind === kind && !told.has(item.text) && told.add(item.text));
  if (items.length === 0) return undefined;
  const isMark = kind === 'breaking' || kind === 'security';
  const lines = items.map((item, index) => line(item, isMark && item.rule !== items[index - 1]?.rule));
  const rest = lines.slice(SHOWN);
  const more =
    rest.length > 0 && html`<details><summary>${rest.length} more</summary><ul>${rest}</ul></details>`;
  return html`<h3${isMark && html` class="alert"`}>${KIND_WORDS[kind]}</h3><ul>${lines.slice(0, SHOWN)}</ul>${more}`;
}

function line({ text, rule }: NoteItem, isExplained: boolean): Html {
  return html`<li>${linked(text)}${isExplained && html` <span class="why">${RULES[rule]}</span>`}</li>`;
}

/** A text whose ids of advisories are links. */
function linked(text: string): Html[] {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(IDENTIFIER)) {
    parts.push(html`${text.slice(end, match.index)}${identifierLink(match[0])}`);
    end = match.index + match[0].length;
  }
  return [...parts, html`${text.slice(end)}`];
}

function identifierLink(name: string): Html {
  const [id = name] = identifiersIn(name);
  return html`<a href="${identifierUrl(id)}" rel="noreferrer">${name}</a>`;
}

// What stands in an address or a remark alone.
function elsewhere({ items, identifiers }: NotesMeaning): Html | undefined {
  const shown = new Set(items.flatMap(({ text }) => identifiersIn(text)));
  const others = identifiers.filter((id) => !shown.has(id));
  if (others.length === 0) return undefined;
  return html`<p class="soft">It also names ${others.map((id, index) => html`${index > 0 && ', '}${identifierLink(id)}`)}.</p>`;
}
