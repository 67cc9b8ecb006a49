// Closed under appending `_`, so that `con` → `con_` and `con_` → `con__` never meet.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])_*(?:\.|$)/;

const OTHERS = /[^a-z0-9._+-]/gu;

/**
 * One segment of a path or of an address out of an untrusted name, injectively: what is not `[a-z0-9._+-]` is
 * percent-encoded with lower-case hex (an upper-case letter too, so that no two names meet on a disk that folds case),
 * and names that Windows reserves get a trailing `_`. An `@` survives only as the first character of a scope.
 * @throws RangeError for an empty or ill-formed name, `.` and `..`
 */
export function encodeSegment(name: string, scope = false): string {
  if (name === '' || name === '.' || name === '..' || !name.isWellFormed()) {
    throw new RangeError(`“${name}” cannot be part of a path`);
  }
  const kept = scope && name.startsWith('@') ? '@' : '';
  const rest = name.slice(kept.length).replaceAll(OTHERS, encodeCharacter);
  const encoded = kept + rest.replace(/\.$/, '%2e');
  return RESERVED.test(encoded) ? `${encoded}_` : encoded;
}

function encodeCharacter(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
