import { compareText } from '../../core/compare-text.ts';
import { releasePath } from '../../core/site-path.ts';
import { countNewest, type NotePart } from '../../derive/search/note-parts.ts';
import { searchableText } from '../../render/searchable-text.ts';
import type { Site } from '../../site.ts';

/** The notes of one release, as the index takes them in. */
export interface NoteRecord {
  /** Its page, below the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** A record for each release whose notes say something, the newest first; of one moment, as they stand in the list. */
export function noteRecords({ projects }: Pick<Site, 'projects'>): NoteRecord[] {
  const dated = projects.flatMap(({ project, entries }) =>
    entries.flatMap(({ notes, release, version, at }) => {
      const text = notes === undefined ? '' : searchableText(notes.text);
      if (text === '') return [];
      const path = releasePath(project.id, release.version);
      // Pagefind takes no half pair of surrogates, and gives up all notes for one.
      const title = `${project.name} ${version}`.toWellFormed();
      return { at, record: { path, title, text } };
    }),
  );
  return dated.sort((a, b) => compareText(b.at, a.at)).map(({ record }) => record);
}

/** Some of the records, with an index of their own. */
export interface RecordsPart {
  readonly part: NotePart;
  readonly records: readonly NoteRecord[];
}

/** The records as they are indexed: the newest apart, and the older ones where there are any. */
export function inParts(records: readonly NoteRecord[]): RecordsPart[] {
  const newest = countNewest(records.length);
  const parts: readonly RecordsPart[] = [
    { part: 'newest', records: records.slice(0, newest) },
    { part: 'older', records: records.slice(newest) },
  ];
  return parts.filter(({ records }) => records.length > 0);
}
