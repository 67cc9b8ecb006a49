import type { Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { escapeHtml } from '../core/escape.ts';
import { releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { Entry } from '../derive/entry.ts';
import type { Target } from '../outputs.ts';
import { excerptOf, meaningOf, notesHtml, type ProjectView } from '../site.ts';
import type { OutputFile, Pass } from './project-outputs.ts';
import { type ReleaseView, releaseBody } from './release-body.ts';
import { releaseSummary } from './release-summary.ts';
import { fillShell, type Shell } from './shell.ts';

/** A page for each release of a project, stamped out of the shell that Astro built. */
export function releasePages(
  view: ProjectView,
  { site, target, changes, shells }: Pass,
): Promise<OutputFile[]> {
  const about = { asOf: site.asOf, placeOf: site.ledger.placeOf };
  const stampOne = async (entry: Entry, index: number) => {
    const path = releasePath(view.project.id, entry.release.version);
    const timeline = { ...about, changes: changesOf(entry, changes) };
    const content = await stamp(shells.release, view, entry, index, timeline, target);
    return { path: `${path}index.html`, content };
  };
  return Promise.all(view.entries.map(stampOne));
}

function changesOf(entry: Entry, changes: Pass['changes']): Change[] {
  const shipped = [{ package: entry.project.package, release: entry.release }, ...entry.channels];
  return shipped
    .flatMap(({ package: { purl }, release }) => changes.get(purl)?.get(release.version) ?? [])
    .sort((a, b) => compareText(a.at, b.at));
}

async function stamp(
  shell: Shell,
  view: ProjectView,
  entry: Entry,
  index: number,
  timeline: Pick<ReleaseView, 'asOf' | 'placeOf' | 'changes'>,
  { base, url }: Target,
): Promise<string> {
  const { project } = view;
  const path = releasePath(project.id, entry.release.version);
  const notes = await notesHtml(view, entry);
  const advisories = view.advisories.of(entry);
  const { importedAt } = view.records.get(project.package.purl) ?? {};
  const older = view.entries[index + 1];
  const made = view.summaries.get(entry.release.version);
  const summary = made && releaseSummary(made);
  const newer = index === 0 ? undefined : view.entries[index - 1];
  return fillShell(shell, {
    title: escapeHtml(`${project.name} ${entry.version}`),
    description: escapeHtml(
      excerptOf(entry) || `${project.name} ${entry.version}: release notes, files and history`,
    ),
    canonical: escapeHtml(new URL(toHref('', path).slice(1), url).href),
    project: escapeHtml(project.id),
    body: releaseBody({
      ...timeline,
      entry,
      notes,
      summary,
      advisories,
      meaning: meaningOf(entry),
      newer,
      older,
      base,
      importedAt,
    }).markup,
  });
}
