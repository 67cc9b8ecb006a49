const LONGEST = 1000;
const COMPARISON = /(?:\[[^[\]]*\]\()?https?:\/\/\S*\/compare\/\S*/g;
const LABEL = /\b(?:full changelog|changelog|compare|changes|diff)\b/gi;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;

/** Whether notes are empty, or only a link to a comparison of the code, such as `**Full Changelog**: https://…/compare/a...b`. */
export function saysNothing(notes: string): boolean {
  if (notes.length > LONGEST) return false;
  return !SAYS_SOMETHING.test(notes.replace(COMPARISON, '').replace(LABEL, ''));
}
