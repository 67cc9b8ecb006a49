import { listPath } from '../core/site-path.ts';
import { addressOf } from './address-of.ts';
import { ENDPOINTS, type EndpointId, pathOf } from './endpoints.ts';
import type { Held } from './held.ts';
import type { MonthPart } from './months.ts';
import type { ApiIndex } from './shapes/api-index.ts';
import { toOpening } from './to-opening.ts';

type Parts = readonly MonthPart<unknown>[];

/** What there is. The one document that changes whenever anything is new. */
export function toIndex(held: Held, site: string, releases: Parts, changes: Parts): ApiIndex {
  const { projects, lists, vulnerabilities, failures, asOf } = held;
  const packages = projects.flatMap(({ project }) => [
    project.package.purl,
    ...project.channels.map(({ purl }) => purl),
  ]);
  const followed = new Set(packages);
  const isFailing = ({ kind, package: purl }: (typeof failures)[number]) =>
    kind !== 'incomplete' && followed.has(purl);
  return {
    ...toOpening('index', site),
    asOf,
    counts: {
      projects: projects.length,
      packages: followed.size,
      releases: sizeOf(releases),
      changes: sizeOf(changes),
      advisories: vulnerabilities.length,
      failing: failures.filter(isFailing).length,
    },
    lists: lists.map(({ list, title, views }) => ({
      list,
      title,
      projects: views.length,
      page: addressOf(listPath(list)),
    })),
    documents: Object.values(ENDPOINTS).map(({ path, summary }) => ({ path, summary })),
    releases: toMonths(releases, 'releases'),
    changes: toMonths(changes, 'changes'),
  };
}

function toMonths(parts: Parts, endpoint: EndpointId): ApiIndex['releases'] {
  const months = Map.groupBy(parts, ({ month }) => month);
  const listed = [...months].map(([month, ofMonth]) => ({
    month,
    count: sizeOf(ofMonth),
    documents: ofMonth.map(({ name }) => pathOf(endpoint, { month: name })),
  }));
  return listed.toReversed();
}

function sizeOf(parts: Parts): number {
  return parts.reduce((sum, { items }) => sum + items.length, 0);
}
