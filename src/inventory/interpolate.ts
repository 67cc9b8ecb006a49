/** Stands for the value of a variable that the file does not tell. */
export const UNKNOWN = '\u{fffd}';

const VARIABLE = /\$\{([A-Za-z_]\w*)(?:(:?[-+?])([^${}]*))?\}|\$([A-Za-z_]\w*)/g;
// Values in values: deep enough for people, and an end for others.
const MOST_ROUNDS = 8;
const LONGEST = 2000;

/**
 * Puts values for variables as a shell, Docker and Compose do: `$A`, `${A}`, `${A:-otherwise}`, `${A:+instead}`. One without a
 * value becomes UNKNOWN.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, values: ReadonlyMap<string, string> = new Map()): string {
  let result = text.slice(0, LONGEST);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = result;
    result = before.replace(VARIABLE, (_, braced?: string, sign?: string, word = '', plain?: string) => {
      const set = values.get(braced ?? plain ?? '');
      // With a colon, what is empty is not set.
      const value = sign?.startsWith(':') && set === '' ? undefined : set;
      if (sign?.endsWith('+')) return value === undefined ? '' : word;
      return value ?? (sign?.endsWith('-') ? word : UNKNOWN);
    });
    if (result.length > LONGEST) return UNKNOWN;
    if (result === before) break;
  }
  // What is still to be filled in goes round in circles, or too deep.
  return result.replace(VARIABLE, UNKNOWN);
}
