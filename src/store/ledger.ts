import { Change, changeId } from '../core/change.ts';
import { markFlaps, subjectOf } from './flap.ts';

/** One line of the ledger, with its newline. */
export function changeLine(change: Change): string {
  return `${JSON.stringify(Change.parse(change))}\n`;
}

/**
 * The changes of one ledger file.
 * @throws SyntaxError or ZodError, with the line's number in the message
 */
export function parseLedger(text: string): Change[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [Change.parse(JSON.parse(line))];
    } catch (error) {
      throw new SyntaxError(`line ${index + 1} is no change`, { cause: error });
    }
  });
}

/** The lines that changes become, given those of the last seven days: what is told already is left out, what undoes one is marked. */
export function toLines(changes: readonly Change[], recent: readonly Change[]): Change[] {
  // Changes repeat and undo those of their own package only, and a busy week has thousands of others.
  const packages = new Set(changes.map((change) => change.package));
  const own = recent.filter((change) => packages.has(change.package));
  return markFlaps(unrecorded(changes, own), own);
}

/**
 * The changes that the ledger does not hold yet. A run that was killed between the ledger and the release file makes its
 * changes again at a later moment: such a change repeats the last word about its subject, and is left out.
 */
export function unrecorded(changes: readonly Change[], recent: readonly Change[]): Change[] {
  const ids = new Set(recent.map(changeId));
  const lastWord = new Map(recent.map((change) => [subjectOf(change), content(change)]));
  return changes.filter(
    (change) => !ids.has(changeId(change)) && lastWord.get(subjectOf(change)) !== content(change),
  );
}

function content({ kind, before, after }: Change): string {
  return JSON.stringify([kind, before, after]);
}
