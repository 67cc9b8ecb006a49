import { contributorsIn } from './contributors.ts';
import { identifiersIn } from './identifiers.ts';
import type { NoteItem } from './note-item.ts';
import { enterColon, enterGroup, enterHeading, enterItem, leaveLists, meaningHere } from './outline.ts';
import { saidIn } from './plain-text.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { readHeading } from './read-heading.ts';
import { add, addAll, beginReading, isMark, marksByWords, type Reading, tellsKind } from './reading.ts';
import { sentencesOf } from './sentences.ts';

/** What the notes of a release say, line by line. */
export interface NotesMeaning {
  readonly items: readonly NoteItem[];
  /** `@name` or a name, as the notes thank them; no robots. */
  readonly contributors: readonly string[];
  /** CVE-…, GHSA-…, RUSTSEC-…, PYSEC-…, GO-… */
  readonly identifiers: readonly string[];
}

/** Reads notes by rules alone: the same text always means the same. Takes linear time. */
export function readMeaning(notes: string): NotesMeaning {
  const reading = beginReading();
  const blocks = readBlocks(notes);
  for (const [index, block] of blocks.entries()) read(block, blocks[index + 1], reading);
  const { items, opening, contributors, identifiers } = reading;
  if (items.length === 0 && opening !== undefined) {
    add(opening, sentencesOf(saidIn(opening.text))[0] ?? '', reading);
  }
  return { items, contributors: [...contributors.values()], identifiers: [...identifiers] };
}

function read(block: Block, next: Block | undefined, reading: Reading): void {
  if (block.quote !== reading.lastQuote) reading.quote = 'none';
  reading.lastQuote = block.quote;
  if (isForeign(block, reading)) return;
  const { outline } = reading;
  const here = meaningHere(outline);
  const isList = here?.about === 'names' && block.type !== 'heading';
  for (const name of contributorsIn(block.text, isList)) {
    const key = name.toLowerCase();
    if (!reading.contributors.has(key)) reading.contributors.set(key, name);
  }
  const ids = identifiersIn(block.text);
  reading.hasIdentifier = ids.length > 0;
  for (const id of ids) reading.identifiers.add(id);
  READERS[block.type](block, next, reading);
}

// Notes of others, such as those of a dependency: headings and lists within a quotation that is no warning.
function isForeign(block: Block, reading: Reading): boolean {
  if (block.quote === 0) return false;
  if (block.type === 'alert') reading.quote = 'alert';
  else if (reading.quote === 'none' && block.type !== 'prose') reading.quote = 'foreign';
  return reading.quote === 'foreign';
}

type Reader = (block: Block, next: Block | undefined, reading: Reading) => void;

const READERS: Readonly<Record<Block['type'], Reader>> = {
  alert: () => {},
  heading: readTitle,
  item: readItem,
  prose: readProse,
  row: readRow,
};

const LABELLED = /^\W{0,6}breaking(?: changes?)?\s?:\s{0,3}\S/i;

function readTitle(block: Block, _next: Block | undefined, reading: Reading): void {
  const said = saidIn(block.text);
  const isLabelled = LABELLED.test(said);
  if (!isLabelled) enterHeading(reading.outline, block.depth, said);
  if (isLabelled) add(block, said, reading);
  // `## Node 18 is no longer supported`, with a paragraph that explains it.
  else if (readHeading(said) === undefined) add(block, said, reading, isMark);
}

function readItem(block: Block, next: Block | undefined, reading: Reading): void {
  const { outline } = reading;
  enterItem(outline, block);
  const said = saidIn(block.text);
  const isGroup = next?.type === 'item' && next.depth > block.depth && next.quote === block.quote;
  if (!isGroup || !isTitle(block, said)) add(block, said, reading);
  if (isGroup) enterGroup(outline, block, said);
}

// `- **pm2**`, `- deps:`, `- breaking changes`: they only name what their own items are.
function isTitle({ text }: Block, said: string): boolean {
  return (
    /^\*\*[^*]{1,80}\*\*:?$|^[^\s:]{1,40}:$/.test(text.trim()) ||
    (said.length < 40 && readHeading(said) !== undefined && !/^\w+(?: \w+){4}/.test(said))
  );
}

const CAPITALS = /^[^a-z]{0,80}[A-Z]{4}[^a-z]{0,80}$/;

function readProse(block: Block, next: Block | undefined, reading: Reading): void {
  const { outline } = reading;
  const isLine = !block.text.includes('\n') && block.text.length <= 200;
  const said = saidIn(block.text);
  const isHead = isLine && ((announces(block, next) && said.endsWith(':')) || CAPITALS.test(said));
  if (isHead) enterColon(outline, said);
  else readParagraph(block, said, reading);
}

function announces(block: Block, next: Block | undefined): boolean {
  return next?.type === 'item' || (next?.type === 'prose' && next.line === block.line + 1);
}

function readParagraph(block: Block, said: string, reading: Reading): void {
  const { outline } = reading;
  leaveLists(outline, block);
  reading.opening ??= block;
  const heading = meaningHere(outline);
  const isTold =
    heading?.kind === 'breaking' || heading?.kind === 'security' || heading?.kind === 'deprecation';
  if (isTold && block.depth === 0) add(block, said, reading);
  else addAll(block, sentencesOf(said), reading, block.depth === 0 ? tellsKind : marksByWords);
}

function readRow(block: Block, _next: Block | undefined, reading: Reading): void {
  const heading = meaningHere(reading.outline);
  if (heading === undefined || heading.kind === 'other') return;
  const cells = saidIn(block.text)
    .split('|')
    .map((cell) => cell.trim());
  add(block, cells.filter((cell) => cell !== '').join(' · '), reading);
}
