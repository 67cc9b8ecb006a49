import { keptMeanings, type MeaningsPlace, marksText, type ProjectView } from '../site.ts';

/**
 * What the notes of each project are marked as, a digit an entry. What they mean is kept on disk until the project is written: that of
 * all projects would take more memory than all else.
 */
export async function knowMarks(views: readonly ProjectView[], place: MeaningsPlace): Promise<string[]> {
  const marks: string[] = [];
  for (const { project, entries } of views) {
    const meanings = keptMeanings(place, project.id, entries);
    await meanings.take();
    marks.push(marksText(entries));
    await meanings.keep();
    meanings.forget();
  }
  return marks;
}
