import type { FeedEntry } from './feed-document.ts';

/** The form of an entry, made once for as long as there is the entry: the same stands in the feeds of several filters. */
export function oncePerEntry<T>(make: (entry: FeedEntry) => T): (entry: FeedEntry) => T {
  const made = new WeakMap<FeedEntry, { readonly form: T }>();
  return (entry) => {
    const known = made.get(entry) ?? { form: make(entry) };
    made.set(entry, known);
    return known.form;
  };
}
