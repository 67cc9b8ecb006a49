import { releasePath } from '../core/site-path.ts';
import { UPGRADE_INDEX_PATH, upgradeIndex } from '../derive/upgrade/upgrade-index.ts';
import { upgradeNotes, upgradeNotesPath } from '../derive/upgrade/upgrade-notes.ts';
import type { Target } from '../outputs.ts';
import { meaningOf, type Site } from '../site.ts';
import { writeOutput } from './write-output.ts';

/** Writes what the upgrade planner reads: the versions of all, and the notes of each project. Returns how many files. */
export async function writeUpgradeFiles(site: Site, { folder }: Target): Promise<number> {
  const index = upgradeIndex(site.projects, site.vulnerabilities, site.asOf, site.says);
  await writeOutput(folder, UPGRADE_INDEX_PATH, JSON.stringify(index));
  for (const { project, entries } of site.projects) {
    const pathOf = ({ release }: (typeof entries)[number]) => releasePath(project.id, release.version);
    const notes = upgradeNotes(entries, meaningOf, pathOf);
    await writeOutput(folder, upgradeNotesPath(project.id), JSON.stringify(notes));
  }
  return site.projects.length + 1;
}
