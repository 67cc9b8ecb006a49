// Formats, private use, what is no character yet, line separators, selectors of variants, fillers that look like spaces.
const SORTS =
  '\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\u{fe00}-\\u{fe0f}\\u{e0100}-\\u{e01ef}\\u115f\\u1160\\u3164\\uffa0\\u2800';

/** A character that nobody sees, or that changes how others are seen; white space that breaks lines is none. */
export const INVISIBLE = new RegExp(`[${SORTS}[\\p{Cc}--[\\n\\t]]]`, 'v');
const ALL = new RegExp(INVISIBLE.source, 'gv');

export function dropInvisible(text: string): string {
  return text.replace(ALL, '');
}
