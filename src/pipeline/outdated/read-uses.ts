import { compareText } from '../../core/compare-text.ts';
import { type Project, packagesOf } from '../../core/project.ts';
import { joinRecords } from '../../derive/advisories/join-records.ts';
import { projectAdvisories } from '../../derive/advisories/project-advisories.ts';
import { indexByPackage } from '../../derive/advisories/vulnerability.ts';
import { projectEntries } from '../../derive/entries.ts';
import { type InUse, type UsedProject, versionsInUse } from '../../derive/in-use.ts';
import { readMeaning } from '../../derive/meaning/read-meaning.ts';
import { saysOf } from '../../derive/says.ts';
import { ConfigError } from '../../platform/errors.ts';
import { readAdvisories } from '../../store/advisories.ts';
import { readRecords } from '../../store/read-records.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Every version that the watchlists say is in use, or one of them, and how it stands. What data/ holds is believed; nobody is asked.
 * @throws ConfigError if there is no such list
 */
export async function readUses(
  { data, projects }: Pick<Workspace, 'data' | 'projects'>,
  only?: string,
): Promise<InUse[]> {
  refuseUnknown(projects, only);
  const used: UsedProject[] = [];
  const vulnerabilities = indexByPackage(joinRecords(await readAdvisories(data)));
  for (const project of projects.filter(({ lists }) => lists.some(({ uses }) => uses !== undefined))) {
    const records = await readRecords(data, packagesOf(project));
    const entries = projectEntries(project, records);
    used.push({ project, entries, advisories: projectAdvisories(project, entries, vulnerabilities) });
  }
  const found = versionsInUse(used, saysOf(used, ({ notes }) => readMeaning(notes?.text ?? '')).breaks);
  return only === undefined ? found : found.filter(({ list }) => list === only);
}

function refuseUnknown(projects: readonly Project[], only: string | undefined): void {
  const known = [...new Set(projects.flatMap(({ lists }) => lists.map(({ list }) => list)))].sort(
    compareText,
  );
  if (only === undefined || known.includes(only)) return;
  throw new ConfigError(`there is no watchlist “${only}”`, { remedy: `name one of: ${known.join(', ')}` });
}

/** Whether a version in use is one to leave at once: it is vulnerable, or upstream took it back. */
export function isAlarming({ flag, affectedBy }: InUse): boolean {
  return flag === 'withdrawn' || flag === 'yanked' || affectedBy.length > 0;
}
