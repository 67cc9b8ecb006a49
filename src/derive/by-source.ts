import { compareText } from '../core/compare-text.ts';
import type { Project } from '../core/project.ts';

/** Projects by the type of their primary package, in order of the types; none where all are of one, which would be a part that is the whole. */
export function bySource<View extends { readonly project: Project }>(
  views: readonly View[],
): { type: string; views: View[] }[] {
  const byType = Map.groupBy(views, ({ project }) => project.package.type);
  if (byType.size < 2) return [];
  return [...byType]
    .map(([type, ofType]) => ({ type, views: ofType }))
    .sort((a, b) => compareText(a.type, b.type));
}
