import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, readBytesIfThere, removeFile, writeFileAtomic } from '../../platform/files.ts';
import { ROOT } from '../../platform/root.ts';
import type { Card } from './card.ts';
import type { Draw } from './open-studio.ts';

/** The images of earlier builds, and the way to new ones: told apart for tests. */
export interface Drawing {
  readonly folder: string;
  /** What an image is drawn with: the names of packages. */
  readonly drawnWith: readonly string[];
  readonly open: () => Promise<Draw>;
}

/** Images by what they show. */
export interface KeptImages {
  readonly of: (card: Card) => Promise<{ png: Uint8Array; isKept: boolean }>;
  /** Forgets what nothing has asked for. */
  readonly sweep: () => Promise<void>;
}

// To be raised where the same card becomes another image.
const FORMAT = 1;

/** Opens the folder of images. The studio is opened for the first one that is not there. */
export async function openKeptImages({ folder, drawnWith, open }: Drawing): Promise<KeptImages> {
  const versions = await Promise.all(drawnWith.map(versionOf));
  const used = new Set<string>();
  let studio: Promise<Draw> | undefined;
  return {
    async of(card) {
      const name = `${hashOf([FORMAT, versions, card])}.png`;
      used.add(name);
      const kept = await readBytesIfThere(join(folder, name));
      if (kept !== undefined) return { png: kept, isKept: true };
      studio ??= open();
      const png = await (await studio)(card);
      await writeFileAtomic(join(folder, name), png);
      return { png, isKept: false };
    },
    async sweep() {
      const unused = (await listFiles(folder)).filter((name) => !used.has(name));
      await Promise.all(unused.map((name) => removeFile(join(folder, name))));
    },
  };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

// A newer one may draw a letter differently, and a kept image must be what a fresh one would be.
async function versionOf(library: string): Promise<readonly unknown[]> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules', library, 'package.json'), 'utf8'));
  return [library, version];
}
