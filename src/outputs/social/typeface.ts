import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blob, Buffer as Characters, Face, Font, shape, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import { type Html, html } from '../../core/html.ts';
import { ROOT } from '../../platform/root.ts';

/** A family at one weight, out of the files that browsers get, with the letters of all its files. */
export interface Typeface {
  readonly has: (character: string) => boolean;
  readonly widthOf: (text: string, size: number) => number;
  /** The text as outlines, from x on and with its baseline at y: no font and no text are left in the drawing. */
  readonly draw: (text: string, place: Place) => Html;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Part {
  readonly font: Font;
  readonly units: number;
  readonly characters: ReadonlySet<number>;
  /** Of a glyph, drawn once. */
  readonly outlineOf: (glyph: number) => string;
}

/** Opens the files of a family, such as `newsreader-latin-standard-normal`; of several that have a letter, the first draws it. */
export async function openTypeface(
  family: string,
  files: readonly string[],
  axes: Readonly<Record<string, number>>,
): Promise<Typeface> {
  const folder = join(ROOT, 'node_modules/@fontsource-variable', family, 'files');
  const parts = await Promise.all(files.map((file) => openPart(join(folder, `${file}.woff2`), axes)));
  const shaped = (text: string) => runsOf(text, parts).flatMap(({ part, run }) => shapeRun(part, run));
  return {
    has: (character) => partOf(character, parts) !== undefined,
    widthOf: (text, size) => shaped(text).reduce((sum, { advance }) => sum + advance * size, 0),
    draw(text, { x, y, size }) {
      let at = x;
      return html`${shaped(text).map(({ part, glyph, advance, shift }) => {
        const outline = part.outlineOf(glyph);
        const scale = 1 / part.units;
        const place = `translate(${at + shift * size} ${y}) scale(${scale * size} ${-scale * size})`;
        at += advance * size;
        return outline !== '' && html`<path transform="${place}" d="${outline}"/>`;
      })}`;
    },
  };
}

async function openPart(path: string, axes: Readonly<Record<string, number>>): Promise<Part> {
  const face = new Face(new Blob(await decompress(await readFile(path))));
  const font = new Font(face);
  font.setVariations(Object.entries(axes).map(([axis, value]) => new Variation(axis, value)));
  const outlines = new Map<number, string>();
  const outlineOf = (glyph: number) => {
    // Whole units are a tenth of a pixel at most.
    const outline =
      outlines.get(glyph) ?? font.glyphToPath(glyph).replace(/-?\d+\.\d+/g, (at) => Number(at).toFixed(0));
    outlines.set(glyph, outline);
    return outline;
  };
  return { font, units: face.upem, characters: new Set(face.collectUnicodes()), outlineOf };
}

function partOf(character: string, parts: readonly Part[]): Part | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  return parts.find(({ characters }) => characters.has(codePoint));
}

function runsOf(text: string, parts: readonly Part[]): { part: Part; run: string }[] {
  const runs: { part: Part; run: string }[] = [];
  for (const character of text) {
    const part = partOf(character, parts);
    if (part === undefined) throw new RangeError(`no font has “${character}”: make the text drawable first`);
    const last = runs.at(-1);
    if (last?.part === part) last.run += character;
    else runs.push({ part, run: character });
  }
  return runs;
}

/** The glyphs of a run, in parts of the size. */
function shapeRun(part: Part, run: string) {
  const { font, units } = part;
  const characters = new Characters();
  characters.addText(run);
  characters.guessSegmentProperties();
  shape(font, characters);
  const positions = characters.getGlyphPositions();
  return characters.getGlyphInfos().map(({ codepoint: glyph }, index) => ({
    part,
    glyph,
    advance: (positions[index]?.xAdvance ?? 0) / units,
    shift: (positions[index]?.xOffset ?? 0) / units,
  }));
}
