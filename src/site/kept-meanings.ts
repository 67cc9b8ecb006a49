import { hash } from 'node:crypto';
import { join } from 'node:path';
import { encodeSegment } from '../core/encode-segment.ts';
import type { Entry } from '../derive/entry.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import { readFileIfThere, writeFileQuick } from '../platform/files.ts';
import { forgetMeaning, meaningOf, primeMeaning } from './meaning.ts';

/** What the notes of a project mean, as it is kept from build to build. */
export interface KeptMeanings {
  /** Makes known what is kept of these notes, if it was read by the same code. */
  readonly take: () => Promise<void>;
  /** Keeps what is known now, if some of it was not taken. */
  readonly keep: () => Promise<void>;
  /** Lets go of what is known. */
  readonly forget: () => void;
}

/** Where meanings are kept: a folder that may vanish at any time. */
export interface MeaningsPlace {
  readonly folder: string;
  /** The version of the code: by which rules the notes were read. */
  readonly code: string;
}

/** By the hash of the notes, so that a new release leaves those of the others. */
type MeaningOfNotes = Readonly<Record<string, NotesMeaning>>;

/** A file a project. */
export function keptMeanings(
  { folder, code }: MeaningsPlace,
  id: string,
  entries: readonly Entry[],
): KeptMeanings {
  const path = join(folder, `${encodeSegment(id)}.json`);
  const noted = entries.flatMap((entry) =>
    entry.notes === undefined ? [] : [{ entry, key: hash('sha256', entry.notes.text) }],
  );
  let isTaken = false;

  async function take(): Promise<void> {
    const meanings = unseal((await readFileIfThere(path)) ?? '', code);
    isTaken = noted.every(({ key }) => meanings[key] !== undefined);
    for (const { entry, key } of noted) {
      const meaning = meanings[key];
      if (meaning !== undefined) primeMeaning(entry, meaning);
    }
  }

  async function keep(): Promise<void> {
    if (isTaken) return;
    const known = noted.map(({ entry, key }) => [key, meaningOf(entry)] as const);
    await writeFileQuick(path, seal(Object.fromEntries(known), code));
  }

  return { take, keep, forget: () => entries.forEach(forgetMeaning) };
}

function seal(meanings: MeaningOfNotes, code: string): string {
  const json = JSON.stringify(meanings);
  return `${hash('sha256', code + json)}\n${json}`;
}

// A killed build may have left half of it.
function unseal(text: string, code: string): MeaningOfNotes {
  const json = text.slice(text.indexOf('\n') + 1);
  return text.startsWith(hash('sha256', code + json)) ? JSON.parse(json) : {};
}
