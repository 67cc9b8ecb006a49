import { releasePath } from '../../core/site-path.ts';
import { searchableText } from '../../render/searchable-text.ts';
import type { Site } from '../../site.ts';

/** The notes of one release, as the index takes them in. */
export interface NoteRecord {
  /** Its page, below the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** A record for each release whose notes say something, in the order of the list of search; undefined for each other one. */
export function noteRecords({ projects }: Pick<Site, 'projects'>): (NoteRecord | undefined)[] {
  return projects.flatMap(({ project, entries }) =>
    entries.map(({ notes, release, version }) => {
      const text = notes === undefined ? '' : searchableText(notes.text);
      if (text === '') return undefined;
      // Pagefind takes no half pair of surrogates, and gives up all notes for one.
      const title = `${project.name} ${version}`.toWellFormed();
      return { path: releasePath(project.id, release.version), title, text: text.toWellFormed() };
    }),
  );
}
