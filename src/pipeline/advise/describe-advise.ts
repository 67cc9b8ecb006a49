import { countInWords } from '../../derive/words.ts';
import type { AdviseReport } from './advise-report.ts';
import type { AdviseAnswers, AdviseFailure } from './answers.ts';

/** What a run tells a person at its end: counts, what is new, the latest versions and those in use that are affected, failures. */
export function describeReport(report: AdviseReport): string[] {
  const { asked, unasked, listed, dropped, added, changed, paths, gone, superseded, alerts, failures } =
    report;
  const lines = [
    `${listed} of ${asked} packages asked for, ${added.length} new advisories, ${changed.length} changed, ${paths.length} files written.`,
  ];
  if (unasked > 0)
    lines.push(`${countInWords(unasked, 'package')} without an ecosystem that OSV knows: not asked for.`);
  if (dropped > 0) lines.push(`${countInWords(dropped, 'part')} of answers could not be read: left out.`);
  for (const id of gone) lines.push(`${id}: its database knows it no longer; it stays as it was.`);
  if (superseded.length > 0) {
    lines.push(`${superseded.join(', ')}: written by another run meanwhile, and left as it is.`);
  }
  for (const project of report.projects) lines.push(...describeProject(project));
  for (const { text } of alerts) lines.push(`In use: ${text}.`);
  return [...lines, ...describeFailures(failures)];
}

/** The same of a run that only asked: what it left where, and what failed. */
export function describeAnswers(
  { asked, listed, records, failures }: AdviseAnswers,
  folder: string,
): string[] {
  const count = `${listed} of ${asked} packages asked for. Advisories in ${folder}: ${records.length}`;
  return [count, ...describeFailures(failures)];
}

type Told = AdviseReport['projects'][number]['new'][number];

function describeProject({ name, new: news, latest }: AdviseReport['projects'][number]): string[] {
  const lines = news.length === 0 ? [] : [`${name}: new ${news.map(labelOf).join(', ')}`];
  if (latest === undefined) return lines;
  const said = latest.affectedBy.map(
    (one) => `${labelOf(one)}${one.fixedIn === undefined ? '' : `, fixed in ${one.fixedIn}`}`,
  );
  return [...lines, `${name} ${latest.version}, the latest, is affected by ${said.join('; ')}`];
}

function labelOf({ id, severity, malware }: Told): string {
  return `${id} (${malware ? 'malware' : severity})`;
}

const NAMED = 3;

// A host that is down is one line, however much it keeps from us.
function describeFailures(failures: readonly AdviseFailure[]): string[] {
  return [...Map.groupBy(failures, ({ problem }) => problem).values()].map(describeGroup);
}

function describeGroup(group: readonly AdviseFailure[]): string {
  const [first] = group;
  const rest = group.length > NAMED ? ` and ${group.length - NAMED} more` : '';
  const named = group.slice(0, NAMED).map(({ subject }) => subject);
  const remedy = first?.remedy ?? 'what is held stays; the next run asks again';
  return `${named.join(', ')}${rest}: ${first?.problem}. Remedy: ${remedy}.`;
}

/** The exit code of a run: 1 if nothing was read, or `strict` and something failed. */
export function exitCodeOf(
  { asked, listed, failures }: Pick<AdviseReport, 'asked' | 'listed' | 'failures'>,
  isStrict: boolean,
): 0 | 1 {
  if (asked > 0 && listed === 0) return 1;
  return isStrict && failures.length > 0 ? 1 : 0;
}
