import { type Html, html, trusted } from '../core/html.ts';

interface Heading {
  readonly level: number;
  readonly id: string;
  /** Safe as it is: the text that stood between tags. */
  readonly text: string;
  readonly below: Heading[];
}

/** Notes whose headings can be linked to, and the list of these links; none where there are too few. */
export interface OutlinedNotes {
  readonly notes: string;
  readonly outline: Html | undefined;
}

const FEWEST = 3;
const SHOWN = 12;
// With more of them, the second level is longer than what it is to spare people.
const MOST_WITH_SECOND = 30;

// A tag with all its attributes, so that nothing inside one is taken for a tag: render/ writes them in double quotes alone.
const TAG = /<[^">]*(?:"[^"]*"[^">]*)*>/g;
// Where no attribute holds what looks like a tag, headings are found without reading all tags: that takes a tenth of the time.
const HEADING_TAG = /<\/?h[34](?: [^>]*)?>/g;
const IN_ATTRIBUTE = /="[^"<]*</;
const OPENED = /^<h([34])[ >]/;
const CLOSED = /^<\/h[34]>/;

/** Gives safe notes their outline: the upper two levels of headings, which in notes are h3 and h4. */
export function outlineNotes(notes: string): OutlinedNotes {
  if (notes.split(/<h[34]/, FEWEST + 1).length <= FEWEST) return { notes, outline: undefined };
  const headings = findHeadings(notes);
  if (headings.length < FEWEST) return { notes, outline: undefined };
  let marked = '';
  let end = 0;
  for (const { at, id } of headings) {
    marked += `${notes.slice(end, at)} id="${id}"`;
    end = at;
  }
  return { notes: marked + notes.slice(end), outline: toList(headings) };
}

interface Found extends Omit<Heading, 'below'> {
  /** Where in the notes the name of its opening tag ends. */
  readonly at: number;
}

function findHeadings(notes: string): Found[] {
  const found: Found[] = [];
  const ids = new Map<string, number>();
  let open: { level: number; at: number; end: number } | undefined;
  for (const { 0: tag, index } of notes.matchAll(IN_ATTRIBUTE.test(notes) ? TAG : HEADING_TAG)) {
    const level = Number(OPENED.exec(tag)?.[1] ?? 0);
    if (level > 0) open = { level, at: index + '<h3'.length, end: index + tag.length };
    else if (open !== undefined && CLOSED.test(tag)) {
      const text = notes.slice(open.end, index).replace(TAG, '').replace(/\s+/g, ' ').trim();
      if (text !== '') found.push({ level: open.level, at: open.at, text, id: newId(text, ids) });
      open = undefined;
    }
  }
  return found;
}

const LONGEST = 60;

/** `notes-bug-fixes`; what says the same once more has a number. No other id of the page begins so. */
function newId(text: string, ids: Map<string, number>): string {
  const letters = text
    .replace(/&[#\w]+;/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const words = letters.toLowerCase().match(/[a-z0-9]+/g) ?? ['part'];
  const id = `notes-${words.join('-').slice(0, LONGEST)}`;
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  // Two dashes are in no id that is made of words.
  return count === 1 ? id : `${id}--${count}`;
}

function toList(found: readonly Found[]): Html {
  const top: Heading[] = [];
  for (const { level, id, text } of found) {
    const heading = { level, id, text, below: [] };
    const above = top.at(-1);
    if (above === undefined || level <= above.level) top.push(heading);
    else if (found.length <= MOST_WITH_SECOND) above.below.push(heading);
  }
  const items = top.map(item);
  const isFlat = top.every(({ below }) => below.length === 0);
  const rest = items.slice(SHOWN);
  const more =
    rest.length > 0 && html`<details><summary>${rest.length} more</summary><ol>${rest}</ol></details>`;
  return html`<nav class="outline${isFlat && ' flat'}" aria-labelledby="outline"><h2 id="outline">In these notes</h2><ol>${items.slice(0, SHOWN)}</ol>${more}</nav>`;
}

function item({ below, ...heading }: Heading): Html {
  const inner = below.length > 0 && html` <ol>${below.map((one) => html`<li>${toLink(one)}</li>`)}</ol>`;
  return html`<li>${toLink(heading)}${inner}</li>`;
}

function toLink({ id, text }: Pick<Heading, 'id' | 'text'>): Html {
  return html`<a href="#${id}">${trusted(text)}</a>`;
}
