// Control characters (terminal escapes begin with one), line separators, and characters that are invisible or turn the direction of text.
// https://trojansource.codes/
export const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
// GitHub Actions obeys lines of these forms, whoever wrote them.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
const COMMAND = /^(\s*):(?=:)|#(?=#\[)/g;

/** Any text as one line that is safe to print: what could act on a terminal or a log reader is shown as `\u{1b}`. */
export function escapeLine(text: string): string {
  return text
    .replace(UNSAFE, escapeCharacter)
    .replace(COMMAND, (match, space = '') => `${space}${escapeCharacter(match.trim())}`);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
