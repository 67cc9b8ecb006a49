import { z } from 'zod';
import { Advisory, AdvisoryId, type Affected, toModified } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import { toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import type { FindPackages } from './asked.ts';
import { readGithubRange } from './ghsa-range.ts';
import { readAliases } from './osv-record.ts';
import { summaryLine } from './summary-line.ts';

const Vulnerability = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string() }),
  vulnerable_version_range: z.string().max(512),
});
const Score = z.object({ percentage: z.number().min(0).max(1) });

// https://docs.github.com/en/rest/security-advisories/global-advisories
const GithubRecord = z.object({
  ghsa_id: AdvisoryId,
  cve_id: z.string().nullish(),
  updated_at: z.string().max(40),
  published_at: z.string().nullish(),
  withdrawn_at: z.string().nullish(),
  summary: z.string().nullish(),
  severity: z
    .string()
    .regex(/^[a-z]{1,32}$/)
    .nullish()
    .catch(undefined),
  vulnerabilities: z.array(z.unknown()).nullish(),
});

/** The id of a record and how likely GitHub says an attack is, from 0 to 1; undefined where it does not say. */
export const Rated = z.object({
  ghsa_id: AdvisoryId,
  epss: z
    .union([
      Score,
      z
        .array(Score)
        .min(1)
        .transform(([first]) => first),
    ])
    .nullish()
    .catch(undefined),
});

/**
 * A record of malware of GitHub's database, as we store it.
 * @throws FormatError if it is none
 */
export function readGithubRecord(json: unknown, find: FindPackages): { record: Advisory; dropped: number } {
  const { data, error } = GithubRecord.safeParse(json);
  if (data === undefined) throw new FormatError('GitHub: an advisory that is none', { cause: error });
  const { ghsa_id: id, withdrawn_at: withdrawn } = data;
  const { affected, dropped } = readVulnerabilities(data.vulnerabilities ?? [], find);
  const record = Advisory.safeParse({
    format: 1,
    id,
    modified: toModified(data.updated_at),
    published: toInstant(data.published_at),
    // A date that is none is still a withdrawal.
    ...(typeof withdrawn === 'string' && { withdrawn: toInstant(withdrawn) ?? toInstant(data.updated_at) }),
    aliases: readAliases([data.cve_id], id),
    summary: summaryLine(data.summary ?? ''),
    databaseSeverity: data.severity ?? undefined,
    malware: true,
    affected,
  });
  if (record.success) return { record: record.data, dropped };
  throw new FormatError(`${id}: its record cannot be stored`, { cause: record.error });
}

function readVulnerabilities(given: readonly unknown[], find: FindPackages) {
  const affected: Affected[] = [];
  let dropped = 0;
  for (const json of given) {
    const { data } = Vulnerability.safeParse(json);
    const ours = data && find(data.package.ecosystem, data.package.name);
    if (ours?.length === 0) continue;
    const said = data && readGithubRange(data.vulnerable_version_range);
    if (ours === undefined || said === undefined) dropped += 1;
    else affected.push(...ours.map((purl) => ({ package: purl, ...said })));
  }
  return { affected: affected.sort((a, b) => compareText(a.package, b.package)), dropped };
}
