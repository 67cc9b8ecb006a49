import { hash } from 'node:crypto';
import { join } from 'node:path';
import { encodeSegment } from '../core/encode-segment.ts';
import type { Entry } from '../derive/entry.ts';
import type { NotesMeaning } from '../derive/meaning/read-meaning.ts';
import { readFileIfThere, writeFileQuick } from '../platform/files.ts';
import { forgetMeaning, meaningOf, primeMeaning } from './meaning.ts';

/** What the notes of a project mean, as it is kept from build to build. */
export interface KeptMeanings {
  /** Makes known what is kept, if these are still the same notes and the same code. */
  readonly take: () => Promise<void>;
  /** Keeps what is known now, if it was not taken. */
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

/** A file a project. */
export function keptMeanings(
  { folder, code }: MeaningsPlace,
  id: string,
  entries: readonly Entry[],
): KeptMeanings {
  const path = join(folder, `${encodeSegment(id)}.json`);
  const key = hash('sha256', JSON.stringify([code, entries.map(({ notes }) => notes?.text)]));
  let isTaken = false;

  async function take(): Promise<void> {
    const meanings = unseal((await readFileIfThere(path)) ?? '', key);
    isTaken = meanings !== undefined;
    for (const [index, entry] of entries.entries()) {
      const meaning = meanings?.[index];
      if (meaning !== undefined) primeMeaning(entry, meaning);
    }
  }

  async function keep(): Promise<void> {
    if (!isTaken) await writeFileQuick(path, seal(entries.map(meaningOf), key));
  }

  return { take, keep, forget: () => entries.forEach(forgetMeaning) };
}

function seal(meanings: readonly NotesMeaning[], key: string): string {
  const json = JSON.stringify(meanings);
  return `${hash('sha256', key + json)}\n${json}`;
}

// A killed build may have left half of it.
function unseal(text: string, key: string): readonly NotesMeaning[] | undefined {
  const json = text.slice(text.indexOf('\n') + 1);
  return text.startsWith(hash('sha256', key + json)) ? JSON.parse(json) : undefined;
}
