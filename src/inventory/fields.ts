// What a parser made of a hostile file, read without trust: own keys alone, so that `constructor` and `__proto__` are names like any other.

/** A key of a plain object; undefined for anything else. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    const at: Readonly<Record<string, unknown>> | undefined = isRecord(found) ? found : undefined;
    found = at !== undefined && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return found;
}

/** The keys and values of a plain object; none for anything else. */
export function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}

/** The elements of a list; none for anything else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The elements of a list, or the one thing that stands in its place, as XML has it. */
export function oneOrMore(value: unknown): readonly unknown[] {
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** A text that is not empty; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
