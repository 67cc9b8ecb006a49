import { type Advisory, modifiedAt } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import { identifierUrl } from '../../core/identifier-url.ts';
import { highestOf } from './severities.ts';
import { isMalware, severityOf } from './severity.ts';
import type { Vulnerability } from './vulnerability.ts';

/** Joins records over all their aliases, newest first. Withdrawn ones and those that name no package are left out. */
export function joinRecords(records: readonly Advisory[]): Vulnerability[] {
  const valid = records.filter(({ withdrawn, affected }) => withdrawn === undefined && affected.length > 0);
  return groupByAlias(valid).map(toVulnerability).sort(newestFirst);
}

// An alias is symmetric and transitive, also over a record that we do not hold. https://ossf.github.io/osv-schema/#aliases-field
function groupByAlias(records: readonly Advisory[]): Advisory[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const { id, aliases = [] } of records) {
    for (const alias of aliases) {
      const [from, to] = [rootOf(alias), rootOf(id)];
      if (from !== to) parents.set(from, to);
    }
  }
  return [...Map.groupBy(records, ({ id }) => rootOf(id)).values()];
}

function toVulnerability(group: readonly Advisory[]): Vulnerability {
  const records = group.toSorted((a, b) => compareIds(a.id, b.id));
  const names = new Set(records.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const [id = '', ...aliases] = [...names].sort(compareIds);
  const moments = records.map(modifiedAt).sort(compareText);
  const published = records.map((record) => record.published ?? modifiedAt(record)).sort(compareText);
  return {
    id,
    aliases: aliases.sort(compareText),
    summary: records.find(({ summary }) => summary !== undefined)?.summary ?? '',
    severity: highestOf(records.map(severityOf)),
    isMalware: records.some(isMalware),
    url: identifierUrl(id),
    publishedAt: published[0] ?? '',
    modifiedAt: moments.at(-1) ?? '',
    records,
  };
}

// GitHub's names are those that people see in their tools; an ecosystem's own say more than a number of the CVE list.
const RANKS = [/^GHSA-/, /^(?!CVE-)/, /^CVE-/];

function compareIds(a: string, b: string): number {
  const rank = (id: string) => RANKS.findIndex((pattern) => pattern.test(id));
  return rank(a) - rank(b) || compareText(a, b);
}

function newestFirst(a: Vulnerability, b: Vulnerability): number {
  return compareText(b.publishedAt, a.publishedAt) || compareText(a.id, b.id);
}
