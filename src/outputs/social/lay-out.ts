import { breakLines } from './break-lines.ts';
import type { Card } from './card.ts';
import { drawableText, isTelling, keepsMost } from './drawable-text.ts';
import type { Place, Typeface } from './typeface.ts';

/** In pixels: what those who show such images ask for. https://ogp.me, https://developer.x.com/docs/x-for-websites/cards */
export const SIZE = { width: 1200, height: 630 };

/** The edge that nothing crosses but the line of the tide. */
export const MARGIN = 84;
const WIDTH = SIZE.width - 2 * MARGIN;
const [TOP, BOTTOM] = [158, 482];

/** How large the name is: the first that holds it without breaking a word. */
const NAME_SIZES = [
  { size: 138, lines: 1 },
  { size: 96, lines: 2 },
  { size: 80, lines: 3 },
  { size: 62, lines: 4 },
] as const;
const NAME_LEADING = 1.08;
const GAP = 22;
const DESCRIPTION = { size: 34, leading: 46, most: 2 };
const SHIPS = { size: 27, y: 534 };

export interface Faces {
  readonly serif: Typeface;
  readonly sans: Typeface;
}

export type Line = Place & { readonly text: string };

/** The lines of a card, each with its place. */
export interface Layout {
  readonly name: readonly Line[];
  readonly description: readonly Line[];
  readonly ships: readonly Line[];
}

/** Finds a place for everything that a card tells. Whatever the texts are, each line fits its width and none meets another. */
export function layOut({ names, description, ships }: Card, { serif, sans }: Faces): Layout {
  const name = layName(nameOf(names, serif), serif);
  const height = name.lines.length * name.size * NAME_LEADING;
  const room = Math.floor((BOTTOM - TOP - height - GAP) / DESCRIPTION.leading);
  const told = breakLines(drawn(description, sans), {
    width: WIDTH,
    lines: Math.min(room, DESCRIPTION.most),
    widthOf: (text) => sans.widthOf(text, DESCRIPTION.size),
  });
  const below = told.length === 0 ? 0 : GAP + told.length * DESCRIPTION.leading;
  const start = TOP + (BOTTOM - TOP - height - below) / 2;
  const shipped = breakLines(drawn(ships.join(' · '), sans), {
    width: WIDTH,
    lines: 1,
    widthOf: (text) => sans.widthOf(text, SHIPS.size),
  });
  return {
    name: place(name.lines, start + name.size * 0.8, name.size, name.size * NAME_LEADING),
    description: place(told, start + height + GAP + DESCRIPTION.size, DESCRIPTION.size, DESCRIPTION.leading),
    ships: place(shipped, SHIPS.y, SHIPS.size, 0),
  };
}

function layName(text: string, { widthOf }: Typeface): { size: number; lines: readonly string[] } {
  const attempts = NAME_SIZES.map(({ size, lines }) => {
    const room = { width: WIDTH, lines, widthOf: (part: string) => widthOf(part, size) };
    return { size, lines: breakLines(text, room) };
  });
  const [smallest] = attempts.slice(-1);
  return (
    attempts.find(({ lines }) => lines.join(' ') === text) ??
    smallest ?? { size: DESCRIPTION.size, lines: [] }
  );
}

function nameOf(names: readonly string[], { has }: Typeface): string {
  const drawn = names.map((name) => ({ name, text: drawableText(name, has) }));
  const found =
    drawn.find(({ name, text }) => keepsMost(text, name)) ?? drawn.find(({ text }) => isTelling(text));
  return found?.text ?? '';
}

function drawn(text: string, { has }: Typeface): string {
  const line = drawableText(text, has);
  return keepsMost(line, text) ? line : '';
}

function place(lines: readonly string[], y: number, size: number, leading: number): Line[] {
  return lines.map((text, index) => ({ text, x: MARGIN, y: y + index * leading, size }));
}
