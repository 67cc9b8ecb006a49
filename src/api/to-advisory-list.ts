import { likelihoodOf } from '../derive/advisories/advisory-facts.ts';
import type { Vulnerability } from '../derive/advisories/vulnerability.ts';
import type { Held, HeldProject } from './held.ts';
import type { ApiAdvisoryList } from './shapes/advisory-list.ts';
import { toOpening } from './to-opening.ts';

type Listed = ApiAdvisoryList['advisories'][number];
type Concerned = Listed['projects'][number];

/** The known vulnerabilities of what is followed, and what they mean for its releases. */
export function toAdvisoryList({ vulnerabilities, projects }: Held, site: string): ApiAdvisoryList {
  const concerned = concernedBy(projects);
  const advisories = vulnerabilities.map((one) => toListed(one, concerned.get(one) ?? []));
  return { ...toOpening('advisories', site), advisories };
}

function toListed(vulnerability: Vulnerability, projects: Concerned[]): Listed {
  const { id, aliases, summary, severity, isMalware, url, publishedAt, modifiedAt } = vulnerability;
  const epss = likelihoodOf(vulnerability);
  return {
    id,
    aliases: [...aliases],
    ...(summary !== '' && { summary }),
    severity,
    ...(isMalware && { malware: true }),
    ...(epss !== undefined && { epss }),
    publishedAt,
    modifiedAt,
    url,
    projects,
  };
}

/** What each vulnerability means for the projects that it names, in one pass over the releases. */
function concernedBy(projects: readonly HeldProject[]): Map<Vulnerability, Concerned[]> {
  const concerned = new Map<Vulnerability, Concerned[]>();
  for (const held of projects) {
    for (const [vulnerability, what] of meaningFor(held)) {
      concerned.set(vulnerability, [...(concerned.get(vulnerability) ?? []), what]);
    }
  }
  return concerned;
}

function meaningFor({ project, entries, standing, advisories }: HeldProject): Map<Vulnerability, Concerned> {
  const affected = new Map<Vulnerability, number>();
  const fixedBy = new Map<Vulnerability, string[]>();
  for (const entry of advisories.all.length === 0 ? [] : entries) {
    const said = advisories.of(entry);
    for (const { vulnerability } of said.affectedBy) {
      affected.set(vulnerability, (affected.get(vulnerability) ?? 0) + 1);
    }
    for (const one of said.fixes) fixedBy.set(one, [...(fixedBy.get(one) ?? []), entry.version]);
  }
  const ofLatest =
    standing.latest === undefined ? [] : advisories.ofVersion(standing.latest.version).affectedBy;
  const open = new Map(ofLatest.map(({ vulnerability, fixedIn }) => [vulnerability, fixedIn]));
  return new Map(
    advisories.all.map((one) => {
      const [fixedIn, versions] = [open.get(one), fixedBy.get(one)];
      const what: Concerned = {
        project: project.id,
        affected: affected.get(one) ?? 0,
        ...(open.has(one) && { open: true }),
        ...(fixedIn && { fixedIn }),
        ...(versions && { fixedBy: versions }),
      };
      return [one, what];
    }),
  );
}
