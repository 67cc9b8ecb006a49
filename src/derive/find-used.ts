import type { Entry } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';

/** The entry that people mean by a version: as its registry writes it, as its tag is called, or in another spelling of the same version. */
export function findUsed(entries: readonly Entry[], used: string): Entry | undefined {
  const exact = entries.find(({ version, release }) => version === used || release.version === used);
  return (
    exact ?? entries.find(({ project, version }) => schemeOfProject(project).precedence(version, used) === 0)
  );
}
