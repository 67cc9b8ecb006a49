import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { notesHash } from '../../src/core/notes.ts';
import { parsePackage } from '../../src/core/package.ts';
import { NOTE_KINDS } from '../../src/derive/meaning/note-item.ts';
import { ROOT } from '../../src/platform/root.ts';
import { readPackage } from '../../src/store/read.ts';

const Line = z.int().nonnegative();

/** What a reader found in the notes of one release. README.md beside this file has the rules. */
export const LabelledNote = z.strictObject({
  package: z.string().startsWith('pkg:npm/'),
  version: z.string().min(1),
  notes: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  breaking: z.boolean(),
  security: z.boolean(),
  kinds: z.array(z.enum(NOTE_KINDS)).min(1),
  breakingLines: z.array(Line),
  securityLines: z.array(Line),
  why: z.string().min(1).optional(),
  set: z.enum(['tuning', 'held-out']),
});
export type LabelledNote = z.infer<typeof LabelledNote>;

export const LABELLED_PATH = join(ROOT, 'tests/labelled/notes.json');

export function readLabelledNotes(): LabelledNote[] {
  return z.array(LabelledNote).parse(JSON.parse(readFileSync(LABELLED_PATH, 'utf8')));
}

/** The lines of all notes that data/ holds of these packages, by the hash of their text. */
export async function readHeldNotes(packages: Iterable<string>): Promise<Map<string, readonly string[]>> {
  const held = new Map<string, readonly string[]>();
  for (const purl of packages) {
    const stored = await readPackage(join(ROOT, 'data'), parsePackage(purl));
    for (const { notes } of stored?.record.releases ?? [])
      if (notes !== undefined) held.set(notesHash(notes.join('\n')), notes);
  }
  return held;
}
