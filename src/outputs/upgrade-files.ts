import { releasePath } from '../core/site-path.ts';
import type { Entry } from '../derive/entry.ts';
import { UPGRADE_INDEX_PATH, upgradeIndex } from '../derive/upgrade/upgrade-index.ts';
import { upgradeNotes, upgradeNotesPath } from '../derive/upgrade/upgrade-notes.ts';
import type { Target } from '../outputs.ts';
import { meaningOf, type ProjectView, type Site } from '../site.ts';
import type { OutputFile } from './project-outputs.ts';
import { writeOutput } from './write-output.ts';

/** Writes what the upgrade planner reads of all projects: their versions. */
export function writeUpgradeIndex(site: Site, { folder }: Target): void {
  const index = upgradeIndex(site.projects, site.vulnerabilities, site.asOf, site.says);
  writeOutput(folder, UPGRADE_INDEX_PATH, JSON.stringify(index));
}

/** What the planner reads of a project: what its notes say. */
export function upgradeNotesFile({ project, entries }: ProjectView): OutputFile[] {
  const pathOf = ({ release }: Entry) => releasePath(project.id, release.version);
  const notes = upgradeNotes(entries, meaningOf, pathOf);
  return [{ path: upgradeNotesPath(project.id), content: JSON.stringify(notes) }];
}
