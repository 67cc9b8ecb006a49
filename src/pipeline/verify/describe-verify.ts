import { escapeLine } from '../../platform/escape-line.ts';
import type { Problem } from './problem.ts';
import type { VerifyReport } from './verify.ts';

const LONGEST_LINE = 400;

/** A report for people: a line for each problem, or a summary of what is right. */
export function describeVerify(report: VerifyReport): readonly string[] {
  const { head, commits, packages, lines, problems } = report;
  if (problems.length > 0) {
    const what = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return [...problems.map(describeProblem), `${what} in ${commits} commits up to ${head}`];
  }
  return [
    ...describeBeginnings(report),
    `${commits} commits of ${packages} packages give the ${lines} lines of the ledger, and nothing else.`,
    `HEAD is ${head}: note it, and verify with --since to see whether the past was rewritten.`,
  ];
}

function describeBeginnings({ takenOver, anew }: VerifyReport): string[] {
  const lines: string[] = [];
  if (takenOver !== undefined) {
    lines.push(`Taken over from the first commit, ${takenOver.commit}: ${takenOver.lines} lines.`);
  }
  if (anew !== undefined)
    lines.push(`Begun anew in ${anew}: what was before is in git, and no longer in data/.`);
  return lines;
}

function describeProblem({ commit, path, line, problem, expected, there }: Problem): string {
  const file = path === undefined ? '' : ` data/${path}`;
  const place = line === undefined ? file : `${file}:${line}`;
  const told = [
    ...(expected === undefined ? [] : [`expected ${shorten(expected)}`]),
    ...(there === undefined ? [] : [`there is ${shorten(there)}`]),
  ];
  const values = told.length === 0 ? '' : `; ${told.join(', ')}`;
  return escapeLine(`${commit ?? 'working tree'}${place}: ${problem}${values}`);
}

function shorten(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE)}…`;
}
