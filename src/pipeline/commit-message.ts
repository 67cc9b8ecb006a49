import type { Change, ChangeKind } from '../core/change.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';

/** What one commit tells of one package. */
export interface CommittedPackage {
  readonly package: Package;
  readonly record: PackageRecord;
  readonly changes: readonly Change[];
}

// Upstream names versions: what is no plain name could be a mention, a command or a trailer, and enters as a number.
const PLAIN_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._+-]|(?<=[A-Za-z0-9])[@/](?=[A-Za-z0-9])){0,63}$/;
const LONGEST_SUBJECT = 72;
const MOST_LINES = 500;

const SIGNS: Partial<Record<ChangeKind, string>> = {
  published: '+',
  imported: '+',
  withdrawn: '-',
  yanked: '-',
};

/** The message of one package's commit: subject, a line a change, trailers. */
export function packageMessage(committed: CommittedPackage, at: Instant): string {
  const isImport = committed.changes.some(({ kind }) => kind === 'imported');
  const trailers = [
    `Package: ${committed.package.purl}`,
    `Run: ${at}`,
    `Data-Op: ${isImport ? 'import' : 'scrape'}`,
  ];
  const body = capped(bodyLines(committed));
  return [subject(committed), ...(body.length > 0 ? ['', ...body] : []), '', ...trailers, ''].join('\n');
}

/** The message of one commit for many packages. */
export function batchMessage(all: readonly CommittedPackage[], at: Instant): string {
  const imported = all.filter(({ changes }) => changes.some(({ kind }) => kind === 'imported')).length;
  const published = all.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'published').length;
  const isImport = imported === all.length;
  const title = isImport
    ? `data: import ${imported} packages`
    : `release: ${published} new in ${all.length} packages`;
  const body = capped(all.flatMap((one) => [label(one.package), ...bodyLines(one)]));
  const trailers = [`Run: ${at}`, `Data-Op: ${isImport ? 'import' : 'scrape'}`];
  return [title, '', ...body, '', ...trailers, ''].join('\n');
}

/** The message of a commit that only moves releases between files, or only says how the sources are. */
export function maintenanceMessage(what: string, operation: 'reshard' | 'scrape', at: Instant): string {
  return [`data: ${what}`, '', `Run: ${at}`, `Data-Op: ${operation}`, ''].join('\n');
}

function subject({ package: pkg, changes }: CommittedPackage): string {
  const name = label(pkg);
  if (changes.some(({ kind }) => kind === 'imported')) return `data: import ${name}`;
  const alert = changes.find(({ severity }) => severity === 'alert');
  if (alert !== undefined) return `alert(${name}): ${words(alert.kind)} ${safeName(alert.version, 1)}`;
  const published = changes.filter(({ kind }) => kind === 'published');
  if (published.length > 0)
    return `release(${name}): ${listVersions(published, LONGEST_SUBJECT - name.length - 11)}`;
  const [first] = changes;
  if (first === undefined) return `data: update ${name}`;
  return `edit(${name}): ${words(first.kind)}${first.version === undefined ? '' : ` ${safeName(first.version, 1)}`}`;
}

// Newest first, as people read it; what does not fit is counted.
function listVersions(published: readonly Change[], room: number): string {
  const names = published.toReversed().map(({ version }, index) => safeName(version, index + 1));
  let text = names[0] ?? '';
  for (const [index, name] of names.slice(1).entries()) {
    if (text.length + name.length + 2 > room) return `${text} +${names.length - index - 1} more`;
    text += `, ${name}`;
  }
  return text;
}

function bodyLines({ changes, record }: CommittedPackage): string[] {
  return changes.map((change, index) => {
    const sign = SIGNS[change.kind] ?? (change.severity === 'alert' ? '!' : '~');
    if (change.kind === 'imported') return `${sign} ${record.releases.length} releases`;
    const release = record.releases.find(({ version }) => version === change.version);
    const when = change.kind === 'published' ? ` ${release?.publishedAt ?? change.at}` : '';
    const version = change.version === undefined ? '' : `${safeName(change.version, index + 1)}  `;
    return `${sign} ${version}${words(change.kind)}${when}`;
  });
}

// The message is an argument of git, and those have a limit.
function capped(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more lines`];
}

function words(kind: ChangeKind): string {
  return kind.replace('-', ' ');
}

function safeName(version: string | undefined, number: number): string {
  return version !== undefined && PLAIN_NAME.test(version) ? version : `no. ${number}`;
}

// As in the purl, so that a scope is `%40scope` and mentions nobody.
function label({ purl }: Package): string {
  return purl.slice('pkg:'.length);
}
