import pLimit from 'p-limit';
import { type ProjectView, prepareNotes } from '../site.ts';

/** Of each project, by its id: ends when its notes are rendered. */
export type RenderedAhead = ReadonlyMap<string, Promise<void>>;

// Enough that no worker waits. All notes asked for at once would take more memory than their HTML.
const PROJECTS_AT_ONCE = 2;

/** Lets the notes of projects be rendered in turn. What goes wrong is thrown where the notes are waited for. */
export function renderAhead(views: readonly ProjectView[]): RenderedAhead {
  const inTurn = pLimit(PROJECTS_AT_ONCE);
  return new Map(
    views.map((view) => {
      const rendering = inTurn(renderAll, view);
      rendering.catch(() => {});
      return [view.project.id, rendering];
    }),
  );
}

async function renderAll(view: ProjectView): Promise<void> {
  await Promise.all(view.entries.map((entry) => prepareNotes(view, entry)));
}
