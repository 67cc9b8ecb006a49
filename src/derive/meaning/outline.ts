import { type Block, WEAK } from './read-blocks.ts';
import { type HeadingMeaning, readHeading } from './read-heading.ts';

interface Title {
  readonly level: number;
  readonly meaning: HeadingMeaning | undefined;
}

// Below every heading: a line that ends with a colon, then the items that have items of their own.
const COLON = WEAK + 1;
const GROUP = WEAK + 2;

/** The headings that stand above a block, while the blocks are read in their order. */
export interface Outline {
  readonly titles: Title[];
}

export function emptyOutline(): Outline {
  return { titles: [] };
}

/** What the headings say of what stands here: the nearest that says something. */
export function meaningHere({ titles }: Outline): HeadingMeaning | undefined {
  return titles.findLast(({ meaning }) => meaning !== undefined)?.meaning;
}

/** Takes up a heading. */
export function enterHeading(outline: Outline, level: number, said: string): void {
  leave(outline, level);
  outline.titles.push({ level, meaning: readHeading(said) });
}

/** Takes up a line in front of a list that is the list's heading. */
export function enterColon(outline: Outline, said: string): void {
  enterHeading(outline, COLON, said);
}

/** Ends the lists above a paragraph that begins at the left. */
export function leaveLists(outline: Outline, { depth }: Block): void {
  if (depth === 0) leave(outline, COLON);
}

/** Ends the items that this one is not part of. */
export function enterItem(outline: Outline, { depth }: Block): void {
  leave(outline, GROUP + depth);
}

/** Takes up an item that is a heading for its own items. */
export function enterGroup(outline: Outline, { depth }: Block, said: string): void {
  outline.titles.push({ level: GROUP + depth, meaning: readHeading(said) });
}

function leave({ titles }: Outline, level: number): void {
  while ((titles.at(-1)?.level ?? 0) >= level) titles.pop();
}
