import type { Project } from '../core/project.ts';
import type { ProjectAdvisories } from './advisories/project-advisories.ts';
import type { Entry } from './entry.ts';
import { marksOf } from './meaning/marks.ts';
import type { NotesMeaning } from './meaning/read-meaning.ts';

/** What is known of a release beside its version. */
export interface Says {
  /** By its number, or by its notes. */
  readonly breaks: (entry: Entry) => boolean;
  /** It fixes a vulnerability that is on record, or its notes say that it fixes one. */
  readonly secures: (entry: Entry) => boolean;
}

interface Advised {
  readonly project: Project;
  readonly advisories: ProjectAdvisories;
}

/** Whether the notes of an entry say so. */
type MarksIn = (entry: Entry) => { readonly breaking: boolean; readonly security: boolean };

/** What is said of the releases of these projects: by their numbers, their notes and the advisories. */
export function saysOf(projects: readonly Advised[], meaningOf: (entry: Entry) => NotesMeaning): Says {
  return saysByMarks(projects, (entry) => {
    const { breaking, security } = marksOf(meaningOf(entry));
    return { breaking: breaking !== undefined, security: security !== undefined };
  });
}

/** The same, where the marks of the notes are known. */
export function saysByMarks(projects: readonly Advised[], marksIn: MarksIn): Says {
  const advisories = new Map(projects.map((one) => [one.project, one.advisories]));
  return {
    breaks: (entry) => entry.step.breaking || marksIn(entry).breaking,
    secures: (entry) =>
      marksIn(entry).security || (advisories.get(entry.project)?.of(entry).fixes.length ?? 0) > 0,
  };
}
