/** One way to sign in that a server offers: `Bearer realm="…",service="…",scope="…"`. Names are in lower case. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

// A word that opens a challenge, or a parameter of the one before it.
const PIECE = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/y;
const LONGEST = 16 * 1024;

/** Reads a WWW-Authenticate header, which may hold several challenges. https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 */
export function readChallenges(header: string | null): Challenge[] {
  const text = (header ?? '').slice(0, LONGEST);
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    const [, name = '', quoted, plain] = match;
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain;
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return challenges;
}
