// What Unicode says to draw as nothing (selectors of variants, joiners, fillers), formats, private use, what is no character yet, line
// separators, and the empty pattern of Braille.
const SORTS = '\\p{DI}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\u2800';

/** A character that nobody sees, or that changes how others are seen; white space that breaks lines is none. */
export const INVISIBLE = new RegExp(`[${SORTS}[\\p{Cc}--[\\n\\t]]]`, 'v');
const ALL = new RegExp(INVISIBLE.source, 'gv');

export function dropInvisible(text: string): string {
  return text.replace(ALL, '');
}
