import type { Change, ChangeKind } from '../core/change.ts';
import { escapeHtml } from '../core/escape.ts';
import { releasePurl } from '../core/package.ts';
import { releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import type { changesByRelease } from '../derive/changes-by-release.ts';
import type { Entry } from '../derive/entry.ts';
import { stepInWords } from '../derive/words.ts';
import type { FeedEntry } from '../feeds/feed-document.ts';
import type { Target } from '../outputs.ts';
import { excerptOf, notesHtml, type ProjectView, type Site } from '../site.ts';
import { feedSummary } from './release-summary.ts';

type ReleaseChanges = ReturnType<typeof changesByRelease>;

/** A release as an entry of an archive: what, when and where. */
export function archivedEntry(entry: Entry, changes: ReleaseChanges, target: Target): FeedEntry {
  return { ...identify(entry, changes, target), summary: '', tags: [] };
}

function identify({ project, release, version, at }: Entry, changes: ReleaseChanges, { base, url }: Target) {
  return {
    id: releasePurl(project.package, release.version),
    title: `${project.name} ${version}`,
    url: new URL(toHref(base, releasePath(project.id, release.version)), url).href,
    published: at,
    updated: newest(at, changes.get(project.package.purl)?.get(release.version) ?? []),
  };
}

/** A release as an entry of a feed, with its whole notes or without. */
export async function releaseEntry(
  entry: Entry,
  isFull: boolean,
  changes: ReleaseChanges,
  site: Site,
  target: Target,
): Promise<FeedEntry> {
  const { project, version, step, notes } = entry;
  const view = site.byId.get(project.id);
  const summary = notes === undefined ? `${project.name} ${version}: ${stepInWords(step)}` : excerptOf(entry);
  const whole = isFull && view !== undefined && (await wholeText(view, entry));
  return {
    ...identify(entry, changes, target),
    ...(isFull && { html: whole || `<p>${escapeHtml(summary)}</p>` }),
    summary,
    tags: [stepInWords(step), ...project.tags],
  };
}

async function wholeText(view: ProjectView, entry: Entry): Promise<string> {
  const made = view.summaries.get(entry.release.version);
  return (made === undefined ? '' : feedSummary(made).markup) + (await notesHtml(view, entry));
}

// Whether a reader who has the release should look at it again.
const MOVES_RELEASE: Readonly<Record<ChangeKind, boolean>> = {
  imported: false,
  published: false,
  promoted: true,
  'notes-edited': true,
  retitled: false,
  redated: false,
  'asset-added': false,
  'asset-removed': false,
  'asset-replaced': true,
  rebuilt: false,
  'tag-moved': true,
  yanked: true,
  unyanked: false,
  deprecated: true,
  undeprecated: false,
  withdrawn: true,
  restored: false,
  lagging: false,
  renamed: false,
  'identity-changed': false,
  quarantined: false,
  unreachable: false,
  reachable: false,
};

function newest(at: string, changes: readonly Change[]): string {
  let latest = at;
  for (const change of changes) if (MOVES_RELEASE[change.kind] && change.at > latest) latest = change.at;
  return latest;
}
