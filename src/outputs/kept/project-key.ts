import { hash } from 'node:crypto';
import type { Change } from '../../core/change.ts';
import { packagesOf } from '../../core/project.ts';
import { awaitsNotes } from '../../derive/is-provisional.ts';
import type { ProjectView, Site } from '../../site.ts';

/** What all projects have in common: the code, and where the site lives. */
export interface Surroundings {
  readonly code: string;
  readonly url: string;
  readonly base: string;
}

type Keyed = Pick<Site, 'asOf' | 'changes' | 'ledger' | 'lists'>;

/**
 * Gives a hash of everything that any file of a project can depend on. Two builds in which it is the same make the same files of it.
 * Of the newest moment that data/ knows only the day counts, so that news of one project does not touch the pages of the others: what
 * depends on the hour has to stand here by itself.
 */
export function projectKeys(site: Keyed, surroundings: Surroundings): (view: ProjectView) => string {
  const changes = Map.groupBy(site.changes, (change) => change.package);
  const common = {
    ...surroundings,
    day: site.asOf.slice(0, 10),
    lists: site.lists.map(({ list, title }) => [list, title]),
  };
  return (view) => {
    const packages = packagesOf(view.project);
    const ofProject = packages.flatMap(({ purl }) => changes.get(purl) ?? []);
    const parts = [common, ...partsOf(view), waiting(view, site), ledgerParts(ofProject, site)];
    return hash('sha256', JSON.stringify(parts, withoutBigInts));
  };
}

// Parsed versions may be numbers of any size.
function withoutBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function partsOf({ project, records, standing, advisories, failures, summaries }: ProjectView) {
  return [project, [...records], standing, advisories.all, failures, [...summaries]];
}

/** The releases whose notes may still come: an hour can end that. */
function waiting({ entries }: ProjectView, { asOf }: Keyed): string[] {
  return entries.filter((entry) => awaitsNotes(entry, asOf)).map(({ release }) => release.version);
}

/** The lines of the ledger, the pages that tell of them, and whose they are: what is a channel here may be another project. */
function ledgerParts(changes: readonly Change[], { ledger }: Keyed) {
  return changes.map((change) => {
    const entry = ledger.entryOf(change);
    const { id, name, tags, package: primary } = ledger.projectOf(change.package) ?? {};
    const owner = [id, name, tags, primary?.purl];
    return [change, ledger.placeOf(change), owner, entry?.project.id, entry?.version, entry?.release.version];
  });
}
