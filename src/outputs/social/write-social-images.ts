import { join } from 'node:path';
import pLimit from 'p-limit';
import { projectPath, SOCIAL_IMAGE } from '../../core/site-path.ts';
import { countInWords } from '../../derive/words.ts';
import type { Target } from '../../outputs.ts';
import { describeError } from '../../platform/describe-error.ts';
import { ROOT } from '../../platform/root.ts';
import { startStopwatch } from '../../platform/stopwatch.ts';
import type { ProjectView, Site } from '../../site.ts';
import { writeOutput } from '../write-output.ts';
import { cardOf, SITE_CARD } from './card.ts';
import { type Drawing, type KeptImages, openKeptImages } from './kept-images.ts';

const DRAWING: Drawing = {
  folder: join(ROOT, '.cache/social'),
  drawnWith: [
    'harfbuzzjs',
    'sharp',
    ...['newsreader', 'schibsted-grotesk'].map((font) => `@fontsource-variable/${font}`),
  ],
  open: async () => (await import('./open-studio.ts')).openStudio(),
};

/** Images at a time: each is squeezed in a thread of its own. */
const AT_ONCE = 4;

/**
 * Writes the image that others show beside a link: one a project, and one for all other pages. Where none can be drawn, on a
 * machine that the drawing library has no program for, the rest of the site is as good as ever. Returns what it did, in words.
 */
export async function writeSocialImages(
  site: Site,
  { folder }: Target,
  warn: (message: string) => void,
  drawing = DRAWING,
): Promise<string> {
  const seconds = startStopwatch();
  const images = await drawAll(site, drawing, warn);
  if (images === undefined) return 'no social images';
  for (const { path, png } of images) writeOutput(folder, path, png);
  const made = images.filter(({ isKept }) => !isKept).length;
  const done = made === 0 ? 'all of them kept' : `${made} of them drawn`;
  return `${countInWords(images.length, 'social image')}, ${done}, in ${seconds().toFixed(1)} s`;
}

/** Where they lie: that of all other pages, then that of each project. */
export function socialImagePaths({ projects }: Pick<Site, 'projects'>): string[] {
  return [SOCIAL_IMAGE, ...projects.map(imagePath)];
}

const imagePath = ({ project: { id } }: ProjectView) => projectPath(id) + SOCIAL_IMAGE;

interface PlacedImage extends Awaited<ReturnType<KeptImages['of']>> {
  readonly path: string;
}

/** Undefined, and a warning, where one of them cannot be drawn. */
async function drawAll(
  { projects }: Site,
  drawing: Drawing,
  warn: (message: string) => void,
): Promise<PlacedImage[] | undefined> {
  const cards = projects.map((view) => ({
    path: imagePath(view),
    card: cardOf(view),
  }));
  const inTurn = pLimit(AT_ONCE);
  try {
    const kept = await openKeptImages(drawing);
    const images = await Promise.all(
      [{ path: SOCIAL_IMAGE, card: SITE_CARD }, ...cards].map(({ path, card }) =>
        inTurn(async () => ({ path, ...(await kept.of(card)) })),
      ),
    );
    await kept.sweep();
    return images;
  } catch (error) {
    warn(
      `${describeError(error).join('\n')}\nLinks to this site will be shown without an image; all else is there.`,
    );
    return undefined;
  }
}
