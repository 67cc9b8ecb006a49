import { CHANGE_KINDS, type Change } from '../core/change.ts';
import { Instant } from '../core/instant.ts';
import { showHidden } from '../core/show-hidden.ts';
import { momentInWords, sizeInWords } from './words.ts';

/** A value before or after a change: short enough for a line, and whole where the line does not have it. */
export interface ChangeValue {
  readonly short: string;
  readonly whole: string | undefined;
  /** Of digits, to be compared by eye. */
  readonly isCode: boolean;
}

/** The two values of a change; neither for edited notes, which are compared as texts. */
export function valuesOf(change: Change): {
  before: ChangeValue | undefined;
  after: ChangeValue | undefined;
} {
  const { kind, before, after } = change;
  if (kind === 'notes-edited') return { before: undefined, after: undefined };
  return {
    before: typeof before === 'string' && before !== '' ? toValue(change, before) : undefined,
    after: after === undefined || after === '' ? undefined : toValue(change, after),
  };
}

const SHOWN_CODE = 12;
const MOST_SHOWN = 100;

function toValue({ kind }: Change, text: string): ChangeValue {
  const { about } = CHANGE_KINDS[kind];
  if (about === 'date' && Instant.safeParse(text).success) return plain(momentInWords(text));
  // Where upstream tells no digest, an asset is known by its size.
  if (about === 'asset' && /^\d{1,15}$/.test(text)) return plain(sizeInWords(Number(text)), `${text} bytes`);
  if (about === 'asset' || about === 'tag') return code(text);
  const shown = showHidden(text);
  return shown.length > MOST_SHOWN
    ? plain(`${shown.slice(0, MOST_SHOWN).toWellFormed()}…`, shown)
    : plain(shown);
}

function plain(short: string, whole?: string): ChangeValue {
  return { short, whole, isCode: false };
}

function code(text: string): ChangeValue {
  const [, prefix = '', value = ''] = /^([a-z0-9]+[:-])?(.*)$/su.exec(showHidden(text)) ?? [];
  if (value.length <= SHOWN_CODE + 2) return { short: prefix + value, whole: undefined, isCode: true };
  return { short: `${prefix}${value.slice(0, SHOWN_CODE)}…`, whole: prefix + value, isCode: true };
}
