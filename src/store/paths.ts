import { join } from 'node:path';
import { AdvisoryId } from '../core/advisory.ts';
import { encodeSegment } from '../core/encode-segment.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';

/** Where a package lives below data/, without ending: `releases/npm/@octokit/graphql`. Injective, and never outside. */
export function packagePath(pkg: Package): string {
  return join(RELEASES_PATH, placeOf(pkg));
}

/** The file of a package's summaries: `summaries/npm/@octokit/graphql.json`. */
export function summariesPath(pkg: Package): string {
  return join(SUMMARIES_PATH, `${placeOf(pkg)}.json`);
}

function placeOf({ type, namespace, name, repositoryUrl }: Package): string {
  const home = repositoryUrl === undefined ? [] : [`~${encodeSegment(repositoryUrl)}`];
  const scopes = namespace === undefined ? [] : namespace.split('/');
  const folders = scopes.map((segment) => encodeSegment(segment, true));
  return join(encodeSegment(type), ...home, ...folders, encodeSegment(name));
}

/** The ledger's file for the UTC day of an instant: `changes/2026/11/20.jsonl`. */
export function ledgerPath(at: Instant): string {
  return join(LEDGER_PATH, at.slice(0, 4), at.slice(5, 7), `${at.slice(8, 10)}.jsonl`);
}

const DAY = 86_400_000;
const RECENT_DAYS = 7;

/** The ledger's files of the seven days before a moment, and of its day, oldest first. */
export function recentLedgerPaths(at: Instant): string[] {
  const days = Array.from({ length: RECENT_DAYS + 1 }, (_, index) => RECENT_DAYS - index);
  return days.map((day) => ledgerPath(new Date(Date.parse(at) - day * DAY).toISOString()));
}

export const RELEASES_PATH = 'releases';
export const LEDGER_PATH = 'changes';
export const HEALTH_PATH = 'health.json';
export const WATCHLISTS_PATH = 'watchlists';
export const SUMMARIES_PATH = 'summaries';
export const ADVISORIES_PATH = 'advisories';

/** Where a record lies below data/. Its id is checked wherever it comes from: AdvisoryId lets nothing through that a path is made of. */
export function advisoryPath(id: AdvisoryId): string {
  return join(ADVISORIES_PATH, `${AdvisoryId.parse(id)}.json`);
}
