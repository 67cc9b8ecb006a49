import { Change, changeId } from '../core/change.ts';
import type { Texts } from './check-data.ts';
import { firstIssue, readJson } from './check-shape.ts';
import { changeLine } from './ledger.ts';
import { ledgerPath } from './paths.ts';

/** All that is wrong in the ledger, a line each: every line is a change as we write it, in its day's file, and once. */
export function checkLedger(texts: Texts): string[] {
  const ids = new Set<string>();
  const problems: string[] = [];
  for (const [path, text] of texts) {
    if (!text.endsWith('\n')) problems.push(`${path}: does not end with a line break`);
    for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
      const problem = checkLine(line, path, ids);
      if (problem !== undefined) problems.push(`${path}:${index + 1}: ${problem}`);
    }
  }
  return problems;
}

function checkLine(line: string, path: string, ids: Set<string>): string | undefined {
  const json = readJson(line);
  if (json === undefined) return 'is no JSON';
  const { data: change, error } = Change.safeParse(json.value);
  if (error !== undefined) return `is no change: ${firstIssue(error)}`;
  if (changeLine(change) !== `${line}\n`) return 'is not written as Tidings writes it';
  if (ledgerPath(change.at) !== path) return `belongs into ${ledgerPath(change.at)}`;
  const id = changeId(change);
  if (ids.has(id)) return 'repeats a change';
  ids.add(id);
  return undefined;
}
