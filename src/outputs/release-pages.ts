import type { Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { escapeHtml } from '../core/escape.ts';
import { releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { Entry } from '../derive/entry.ts';
import { trackNeighbours } from '../derive/track-neighbours.ts';
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
  const about = { asOf: site.asOf, placeOf: site.ledger.placeOf, base: target.base };
  const onTracks = trackNeighbours(view.entries);
  const stampOne = async (entry: Entry, index: number) => {
    const path = releasePath(view.project.id, entry.release.version);
    const around = {
      ...about,
      changes: changesOf(entry, changes),
      newer: index === 0 ? undefined : view.entries[index - 1],
      older: view.entries[index + 1],
      onTrack: onTracks.get(entry),
    };
    return { path: `${path}index.html`, content: await stamp(shells.release, view, entry, around, target) };
  };
  return Promise.all(view.entries.map(stampOne));
}

function changesOf(entry: Entry, changes: Pass['changes']): Change[] {
  const shipped = [{ package: entry.project.package, release: entry.release }, ...entry.channels];
  return shipped
    .flatMap(({ package: { purl }, release }) => changes.get(purl)?.get(release.version) ?? [])
    .sort((a, b) => compareText(a.at, b.at));
}

/** What stands around a release: its neighbours, and what happened to it. */
type Around = Pick<ReleaseView, 'asOf' | 'placeOf' | 'changes' | 'base' | 'newer' | 'older' | 'onTrack'>;

async function stamp(
  shell: Shell,
  view: ProjectView,
  entry: Entry,
  around: Around,
  { url }: Target,
): Promise<string> {
  const { project } = view;
  const path = releasePath(project.id, entry.release.version);
  const made = view.summaries.get(entry.release.version);
  return fillShell(shell, {
    title: escapeHtml(`${project.name} ${entry.version}`),
    description: escapeHtml(
      excerptOf(entry) || `${project.name} ${entry.version}: release notes, files and history`,
    ),
    canonical: escapeHtml(new URL(toHref('', path).slice(1), url).href),
    project: escapeHtml(project.id),
    name: escapeHtml(project.name),
    body: releaseBody({
      ...around,
      entry,
      notes: await notesHtml(view, entry),
      summary: made && releaseSummary(made),
      advisories: view.advisories.of(entry),
      meaning: meaningOf(entry),
      importedAt: view.records.get(project.package.purl)?.importedAt,
    }).markup,
  });
}
