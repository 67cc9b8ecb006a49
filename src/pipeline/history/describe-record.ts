import type { PackageRecord } from '../../core/package-record.ts';
import type { Release } from '../../core/release.ts';
import { ConfigError } from '../../platform/errors.ts';
import { escapeJson } from '../../platform/escape-json.ts';
import { escapeLine } from '../../platform/escape-line.ts';
import type { CommitAt } from './commit-at.ts';

/** The versions that a package had, newest first, each with its state. */
export function describeRecord(
  purl: string,
  record: PackageRecord | undefined,
  { id, at }: CommitAt,
): string[] {
  const where = `${purl} in commit ${id.slice(0, 10)}${at === undefined ? '' : ` of ${at}`}`;
  if (record === undefined) return [`${where}: nothing is held`];
  const states = [
    ...(record.unreachableAt === undefined ? [] : [`unreachable since ${record.unreachableAt}`]),
    ...(record.quarantinedAt === undefined ? [] : [`in quarantine since ${record.quarantinedAt}`]),
    ...(record.foreignId === undefined ? [] : [`its name was taken over by ${record.foreignId}`]),
  ];
  const head = `${where}: ${[`${record.releases.length} releases`, ...states].join(', ')}`;
  return [head, ...record.releases.map(releaseWords)].map(escapeLine);
}

/**
 * One release as JSON, as it was held.
 * @throws ConfigError if it was not
 */
export function describeRelease(purl: string, record: PackageRecord | undefined, version: string): string[] {
  const release = record?.releases.find((one) => one.version === version);
  if (release !== undefined) return [escapeJson(release)];
  throw new ConfigError(`${purl} ${version} was not held then`, {
    remedy: 'leave --version out to see which versions were',
  });
}

function releaseWords(release: Release): string {
  const { version, publishedAt, seenAt, prerelease, yanked, deprecated, missingSince, withdrawnAt } = release;
  const states = [
    publishedAt === undefined ? `seen ${seenAt}` : `published ${publishedAt}`,
    ...(prerelease === true ? ['pre-release'] : []),
    ...(yanked === undefined ? [] : [`yanked: ${yanked}`]),
    ...(deprecated === undefined ? [] : [`deprecated: ${deprecated}`]),
    ...(missingSince === undefined || withdrawnAt !== undefined ? [] : [`missing since ${missingSince}`]),
    ...(withdrawnAt === undefined ? [] : [`withdrawn ${withdrawnAt}`]),
  ];
  return `${version}  ${states.join(', ')}`;
}
