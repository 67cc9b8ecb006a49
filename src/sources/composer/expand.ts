/** The versions of a package, each with all of its fields. */
interface Expanded {
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly dropped: number;
}

/**
 * Undoes Composer’s minification, in which each entry holds only what differs from the one before it.
 * https://github.com/composer/metadata-minifier/blob/main/src/MetadataMinifier.php
 */
export function expand(elements: readonly unknown[]): Expanded {
  const entries: Readonly<Record<string, unknown>>[] = [];
  let fields: readonly (readonly [string, unknown])[] = [];
  for (const element of elements) {
    if (typeof element !== 'object' || element === null || Array.isArray(element)) continue;
    const merged = new Map<string, unknown>([...fields, ...Object.entries(element)]);
    fields = [...merged].filter(([, value]) => value !== '__unset');
    entries.push(Object.fromEntries(fields));
  }
  return { entries, dropped: elements.length - entries.length };
}
