import { compareText } from '../core/compare-text.ts';
import { releasePurl } from '../core/package.ts';
import { showHidden } from '../core/show-hidden.ts';
import { projectPath, releasePath } from '../core/site-path.ts';
import { toHref } from '../core/to-href.ts';
import { afflictionInWords } from '../derive/advisories/alerts.ts';
import type { Affliction } from '../derive/advisories/package-advisories.ts';
import type { changesByRelease } from '../derive/changes-by-release.ts';
import type { ChangeItem } from '../derive/group-changes.ts';
import type { InUse } from '../derive/in-use.ts';
import { type FeedEntry, MOST_ENTRIES } from '../feeds/feed-document.ts';
import type { Target } from '../outputs.ts';
import type { Site } from '../site.ts';
import { changeEntries } from './changes-feed.ts';
import { releaseEntry } from './release-entry.ts';

/**
 * What concerns the versions that a list says are in use, newest first: releases that could be taken, what happened to those that are
 * used, and vulnerabilities that affect them.
 */
export async function inUseEntries(
  list: string,
  changes: ReturnType<typeof changesByRelease>,
  site: Site,
  target: Target,
): Promise<FeedEntry[]> {
  const uses = site.inUse.filter((use) => use.list === list);
  const releases = uses.flatMap(({ behind }) => behind.between);
  const newest = releases.toSorted((a, b) => compareText(b.at, a.at)).slice(0, MOST_ENTRIES);
  const entries = [
    ...(await Promise.all(newest.map((entry) => releaseEntry(entry, false, changes, site, target)))),
    ...changeEntries(
      site.ledger.items.filter((item) => isOfUsed(item, uses)),
      site,
      target,
    ),
    ...uses.flatMap((use) => use.affectedBy.map((one) => toEntry(use, one, target))),
  ];
  return entries.sort(newestFirst).slice(0, MOST_ENTRIES);
}

function isOfUsed({ changes }: ChangeItem, uses: readonly InUse[]): boolean {
  return uses.some(({ behind: { entry } }) => {
    if (entry === undefined) return false;
    const shipped = [{ package: entry.project.package, release: entry.release }, ...entry.channels];
    return changes.some((change) =>
      shipped.some((one) => one.package.purl === change.package && one.release.version === change.version),
    );
  });
}

function toEntry({ project, behind }: InUse, affliction: Affliction, { base, url }: Target): FeedEntry {
  const { used, entry } = behind;
  const { vulnerability } = affliction;
  const path = entry === undefined ? projectPath(project.id) : releasePath(project.id, entry.release.version);
  return {
    id: `${releasePurl(project.package, entry?.release.version ?? used)}#${vulnerability.id}`,
    title: `${project.name} ${used}, in use, ${afflictionInWords(affliction)}`,
    url: new URL(toHref(base, path), url).href,
    published: vulnerability.publishedAt,
    updated: vulnerability.modifiedAt,
    summary: showHidden(vulnerability.summary) || `${vulnerability.id} affects a version in use`,
    tags: ['in use', 'security', vulnerability.severity, ...project.tags],
  };
}

function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return compareText(b.published, a.published) || compareText(a.id, b.id);
}
