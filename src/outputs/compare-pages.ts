import { escapeHtml } from '../core/escape.ts';
import type { Html } from '../core/html.ts';
import { comparePath, projectPath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import { type CompareEdits, compareEdits } from '../derive/compare/compare-edits.ts';
import { COMPARE_FILES } from '../derive/compare/compare-index.ts';
import { compareLines, type EntryLine } from '../derive/compare/compare-lines.ts';
import { toCompareIndex } from '../derive/compare/to-compare-index.ts';
import type { Target } from '../outputs.ts';
import { detailIn, type ProjectView, type Site } from '../site.ts';
import { compareWithout } from './compare-without.ts';
import type { OutputFile, Pass } from './project-outputs.ts';
import { fillShell, type Shell } from './shell.ts';

/** The comparison of a project, stamped out of the shell that Astro built, and what it reads. */
export function comparePages(view: ProjectView, { site, target, shells }: Pass): OutputFile[] {
  const path = comparePath(view.project.id);
  const lines = compareLines(view.entries);
  const read = Object.entries(filesOf(view, lines, site)).map(([name, content]) => ({
    path: path + name,
    content: JSON.stringify(content),
  }));
  return [
    {
      path: `${path}index.html`,
      content: stamp(shells.compare, view, compareWithout(view.project, lines, target.base), target),
    },
    ...read,
  ];
}

function filesOf(view: ProjectView, lines: readonly EntryLine[], site: Site): Record<string, object> {
  const { project, entries } = view;
  const edits = compareEdits(project, entries, site.ledger, (item) => detailIn(site, item));
  const byRef = Map.groupBy(edits, ({ ref }) => ref);
  const titles = new Map(site.lists.map(({ list, title }) => [list, title]));
  const index = toCompareIndex(view, lines, {
    says: site.says,
    titleOf: (list) => titles.get(list) ?? list,
    editsOf: ({ release }) => byRef.get(release.version)?.length ?? 0,
  });
  const held: CompareEdits = { format: 1, edits };
  return { [COMPARE_FILES.index]: index, ...(edits.length > 0 && { [COMPARE_FILES.edits]: held }) };
}

function stamp(shell: Shell, view: ProjectView, without: Html, { base, url }: Target): string {
  const { id, name } = view.project;
  const path = comparePath(id);
  return fillShell(shell, {
    title: escapeHtml(`Compare versions of ${name}`),
    description: escapeHtml(
      `Two versions of ${name}: all notes between them, the advisories fixed on the way, and the code.`,
    ),
    canonical: escapeHtml(new URL(toHref('', path).slice(1), url).href),
    project: escapeHtml(id),
    home: escapeHtml(toHref(base, projectPath(id))),
    name: escapeHtml(name),
    without: without.markup,
  });
}
