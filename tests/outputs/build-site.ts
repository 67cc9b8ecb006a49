import type { Change } from '../../src/core/change.ts';
import type { Project } from '../../src/core/project.ts';
import type { Release } from '../../src/core/release.ts';
import { projectAdvisories } from '../../src/derive/advisories/project-advisories.ts';
import { indexByPackage, type Vulnerability } from '../../src/derive/advisories/vulnerability.ts';
import { toLedger } from '../../src/derive/ledger.ts';
import { saysOf } from '../../src/derive/says.ts';
import { standing } from '../../src/derive/standing.ts';
import { meaningOf } from '../../src/site/meaning.ts';
import { type ProjectView, type Site, useRenderer } from '../../src/site.ts';
import { aProject, entriesOf, IMPORTED } from '../build-release.ts';

/** A project of these releases, as the site sees it. */
export function aView(
  releases: readonly Release[],
  project: Project = aProject(),
  vulnerabilities: readonly Vulnerability[] = [],
): ProjectView {
  const entries = entriesOf(releases, project);
  return {
    project,
    entries,
    standing: standing(entries, IMPORTED),
    records: new Map(),
    summaries: new Map(),
    advisories: projectAdvisories(project, entries, indexByPackage(vulnerabilities)),
    failures: [],
  };
}

/** A site of these projects, with all their releases in its feed unless it is told otherwise. */
export function aSite(projects: readonly ProjectView[], fields: Partial<Site> = {}): Site {
  const changes: readonly Change[] = fields.changes ?? [];
  return {
    projects,
    lists: [],
    tags: [],
    sources: [],
    says: saysOf(projects, meaningOf),
    inUse: [],
    ledger: toLedger(changes, projects),
    byId: new Map(projects.map((view) => [view.project.id, view])),
    entries: projects.flatMap(({ entries }) => entries),
    changes,
    vulnerabilities: [],
    failures: [],
    asOf: IMPORTED,
    ...fields,
  };
}

/** Notes that were asked for, in order: the renderer of the site, without its workers. */
export function stubRenderer(): string[] {
  const asked: string[] = [];
  useRenderer({
    render: async (notes) => {
      asked.push(notes);
      return { html: notes === 'nothing' ? '' : `<p>rendered ${notes}</p>`, fallback: false };
    },
    prepare: async (notes) => void asked.push(notes),
    close: async () => {},
  });
  return asked;
}
