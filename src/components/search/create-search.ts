import { find, type Hit, isAsked, isFiltered, isLetThrough, type Wanted } from '../../derive/search/find.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';
import { sumOfFound } from '../../derive/search/sum-of-found.ts';
import { type FoundNotes, type Notes, openNotes } from './open-notes.ts';
import { showNote, showProject, showRelease } from './show-hit.ts';
import { type Part, showPart } from './show-part.ts';

/** Where results go. */
export interface Places {
  readonly projects: HTMLElement;
  readonly releases: HTMLElement;
  readonly notes: HTMLElement;
  /** Read aloud when it changes. */
  readonly status: HTMLElement;
}

// Whoever pauses for so many milliseconds has typed a word, and after some more waits for an answer.
const WORD = 80;
const ANSWER = 400;

/** A function that shows what is found: projects and versions at once, notes after a moment, and nothing that comes too late. */
export function createSearch(
  projects: readonly SearchProject[],
  hasNotes: boolean,
  places: Places,
): (wanted: Wanted) => Promise<void> {
  let turn = 0;
  let opened: Promise<Notes> | undefined;
  const say = (text: string) => {
    places.status.textContent = text;
  };

  async function findNotes(wanted: Wanted): Promise<FoundNotes | undefined> {
    if (opened === undefined || wanted.query.trim() === '') return undefined;
    const keeps = isFiltered(wanted) ? (hit: Hit) => isLetThrough(hit, wanted) : undefined;
    return (await opened).find(wanted.query, keeps);
  }

  async function search(wanted: Wanted, isLate: () => boolean): Promise<void> {
    // While a word is being typed, what finds it in the notes can be on its way.
    if (hasNotes && wanted.query.trim() !== '') opened ??= openNotes(projects);
    const found = find(projects, wanted);
    await showPart(places.projects, partOf('Projects', found.projects, showProject), isLate);
    await showPart(places.releases, partOf('Versions', found.releases, showRelease), isLate);
    await pause(WORD);
    if (isLate()) return;
    const notes = await findNotes(wanted);
    await showPart(places.notes, notesPart(notes), isLate);
    await pause(ANSWER);
    if (!isLate()) say(isAsked(wanted) ? sumOfFound(found, notes?.count) : '');
  }

  return async (wanted) => {
    turn += 1;
    const mine = turn;
    try {
      await search(wanted, () => turn !== mine);
    } catch (error) {
      const problem = error instanceof Error ? error.message : error;
      say(`The notes could not be searched: ${problem}. Reload the page to try again.`);
    }
  };
}

function partOf<Thing>(title: string, found: readonly Thing[], show: (thing: Thing) => HTMLElement): Part {
  return { title, count: found.length, first: async (most) => found.slice(0, most).map(show) };
}

function notesPart(notes: FoundNotes | undefined): Part {
  const first = async (most: number) => ((await notes?.first(most)) ?? []).map(showNote);
  return { title: 'In the notes', count: notes?.count ?? 0, first };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
