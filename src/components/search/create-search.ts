import { find, type Hit, isAsked, isFiltered, isLetThrough, type Wanted } from '../../derive/search/find.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';
import { sumOfFound } from '../../derive/search/sum-of-found.ts';
import { createPart, type Part } from './create-part.ts';
import { joinFound } from './join-found.ts';
import type { FoundNotes, Notes } from './open-notes.ts';
import { showNote, showProject, showRelease } from './show-hit.ts';

/** Where results go. */
export interface Places {
  readonly projects: HTMLElement;
  readonly releases: HTMLElement;
  readonly notes: HTMLElement;
  /** Read aloud when it changes. */
  readonly status: HTMLElement;
}

type IsLate = () => boolean;

// Whoever pauses for so many milliseconds has typed a word, and after some more waits for an answer.
const WORD = 80;
const ANSWER = 400;

/** A function that shows what is found: projects, versions and the newest notes at once, older ones behind, and nothing too late. */
export function createSearch(
  projects: readonly SearchProject[],
  notes: readonly Notes[],
  places: Places,
): (wanted: Wanted) => Promise<void> {
  let turn = 0;
  const say = (text: string) => {
    places.status.textContent = text;
  };
  const fail = (error: unknown) => say(problemOf('notes', error));
  const show = (title: string, place: HTMLElement, isLate: IsLate) =>
    createPart(place, { title, isLate, fail });

  /** The newest are asked first, and shown while the others are still gone through. */
  async function findNotes(wanted: Wanted, isLate: IsLate): Promise<{ count: number; problems: string[] }> {
    const keeps = isFiltered(wanted) ? (hit: Hit) => isLetThrough(hit, wanted) : undefined;
    const showNotes = show('In the notes', places.notes, isLate);
    const found: FoundNotes[] = [];
    const problems: string[] = [];
    for (const [place, { part, find }] of notes.entries()) {
      if (joinFound(found).count > 0) await pause(WORD);
      try {
        const some = await find(wanted.query, keeps, isLate);
        if (some === undefined || isLate()) break;
        await showNotes(notesPart(joinFound([...found, some]), place < notes.length - 1));
        found.push(some);
      } catch (error) {
        problems.push(problemOf(`${part} notes`, error));
        await showNotes(notesPart(joinFound(found), place < notes.length - 1));
      }
    }
    return { count: joinFound(found).count, problems };
  }

  async function search(wanted: Wanted, isLate: IsLate): Promise<void> {
    const found = find(projects, wanted);
    await show('Projects', places.projects, isLate)(partOf(found.projects, showProject));
    await show('Versions', places.releases, isLate)(partOf(found.releases, showRelease));
    const isNoteAsked = notes.length > 0 && wanted.query.trim() !== '';
    if (!isNoteAsked) {
      places.notes.replaceChildren();
      void openAll(notes, isLate);
    }
    const inNotes = isNoteAsked ? await findNotes(wanted, isLate) : undefined;
    await pause(ANSWER);
    if (isLate()) return;
    say(isAsked(wanted) ? sumOfFound(found, inNotes?.count, inNotes?.problems) : '');
  }

  return async (wanted) => {
    turn += 1;
    const mine = turn;
    await search(wanted, () => turn !== mine);
  };
}

/** Loads what finds the notes while nobody looks for any. What fails here fails again when it is asked, and is told then. */
async function openAll(notes: readonly Notes[], isLate: IsLate): Promise<void> {
  for (const { open } of notes) {
    if (isLate()) return;
    await open().catch(() => undefined);
  }
}

function problemOf(what: string, error: unknown): string {
  return `The ${what} could not be searched: ${error instanceof Error ? error.message : error}. Reload the page to try again.`;
}

function partOf<Thing>(found: readonly Thing[], show: (thing: Thing) => HTMLElement): Part {
  return {
    count: found.length,
    isOpen: false,
    slice: async (start, end) => found.slice(start, end).map(show),
  };
}

function notesPart({ count, slice }: FoundNotes, isOpen: boolean): Part {
  return { count, isOpen, slice: async (start, end) => (await slice(start, end)).map(showNote) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
