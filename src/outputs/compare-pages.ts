import { escapeHtml } from '../core/escape.ts';
import { comparePath, projectPath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import { type CompareEdits, compareEdits } from '../derive/compare/compare-edits.ts';
import { COMPARE_FILES } from '../derive/compare/compare-index.ts';
import { toCompareIndex } from '../derive/compare/to-compare-index.ts';
import type { Target } from '../outputs.ts';
import { detailIn, type ProjectView, type Site } from '../site.ts';
import { compareWithout } from './compare-without.ts';
import { fillShell, type Shell } from './shell.ts';
import { takeShell } from './take-shell.ts';
import { writeOutput } from './write-output.ts';

/** Stamps the comparison of every project, and writes what it reads. Returns the paths of the pages. */
export async function writeComparePages(site: Site, target: Target): Promise<string[]> {
  const shell = await takeShell(target.folder, 'compare-shell');
  const paths: string[] = [];
  for (const view of site.projects) {
    const path = comparePath(view.project.id);
    await writeOutput(target.folder, `${path}index.html`, stamp(shell, view, target));
    for (const [name, content] of Object.entries(filesOf(view, site))) {
      await writeOutput(target.folder, path + name, JSON.stringify(content));
    }
    paths.push(path);
  }
  return paths.sort();
}

function filesOf(view: ProjectView, site: Site): Record<string, object> {
  const { project, entries } = view;
  const edits = compareEdits(project, entries, site.ledger, (item) => detailIn(site, item));
  const byRef = Map.groupBy(edits, ({ ref }) => ref);
  const titles = new Map(site.lists.map(({ list, title }) => [list, title]));
  const index = toCompareIndex(view, {
    says: site.says,
    asOf: site.asOf,
    titleOf: (list) => titles.get(list) ?? list,
    editsOf: ({ release }) => byRef.get(release.version)?.length ?? 0,
  });
  const held: CompareEdits = { format: 1, edits };
  return { [COMPARE_FILES.index]: index, ...(edits.length > 0 && { [COMPARE_FILES.edits]: held }) };
}

function stamp(shell: Shell, view: ProjectView, { base, url }: Target): string {
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
    without: compareWithout(view, base).markup,
  });
}
