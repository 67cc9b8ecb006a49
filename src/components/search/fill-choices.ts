import { compareText } from '../../core/compare-text.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';

/** Puts the projects and tags of the site into the filters. */
export function fillChoices(
  projects: readonly SearchProject[],
  ofProjects: HTMLSelectElement,
  ofTags: HTMLSelectElement,
): void {
  ofProjects.append(...projects.map(({ id, name }) => new Option(name, id)));
  const tags = new Set(projects.flatMap((project) => project.tags));
  ofTags.append(...[...tags].sort(compareText).map((tag) => new Option(tag, tag)));
  if (tags.size === 0) ofTags.closest('p')?.setAttribute('hidden', '');
}
