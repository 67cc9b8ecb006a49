import sharp from 'sharp';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';
import { openTypeface } from './typeface.ts';

/** Makes the image of a card, as the bytes of a PNG. */
export type Draw = (card: Card) => Promise<Uint8Array>;

const NEWSREADER = [
  'newsreader-latin-standard-normal',
  'newsreader-latin-ext-standard-normal',
  'newsreader-vietnamese-standard-normal',
];
const SCHIBSTED = ['schibsted-grotesk-latin-wght-normal', 'schibsted-grotesk-latin-ext-wght-normal'];
// A few flat colours and the steps between them.
const PNG = { palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 9 };

/** Opens the fonts. The rest of a build needs none of this: it is loaded where an image has to be drawn. */
export async function openStudio(): Promise<Draw> {
  const faces = {
    serif: await openTypeface('newsreader', NEWSREADER, { wght: 540, opsz: 72 }),
    sans: await openTypeface('schibsted-grotesk', SCHIBSTED, { wght: 400 }),
    wordmark: await openTypeface('newsreader', NEWSREADER.slice(0, 1), { wght: 600, opsz: 32 }),
  };
  return (card) =>
    sharp(Buffer.from(drawCard(card, faces)))
      .png(PNG)
      .toBuffer();
}
