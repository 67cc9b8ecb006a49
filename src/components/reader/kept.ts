/** What the browser keeps, as text by name. A `Storage` is one. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** One value that the browser keeps for this site, in all of its tabs. */
export interface Kept<Value> {
  readonly key: string;
  /** The value as it is now: another tab may have changed it. */
  readonly read: () => Value;
  /** False where the browser does not keep it: it then lasts as long as the page. */
  readonly write: (value: Value) => boolean;
}

/**
 * A value on a shelf. Reading never fails: what is absent, garbled or out of reach is for `parse` to make sense of, as undefined.
 * The shelf is asked for each time, since asking alone is refused where a person blocks what sites keep.
 */
export function keep<Value>(shelf: () => Shelf, key: string, parse: (kept: unknown) => Value): Kept<Value> {
  let unkept: { readonly value: Value } | undefined;
  return {
    key,
    read: () => (unkept === undefined ? parse(readText(shelf, key)) : unkept.value),
    write: (value) => {
      const isKept = writeText(shelf, key, JSON.stringify(value));
      unkept = isKept ? undefined : { value };
      return isKept;
    },
  };
}

function readText(shelf: () => Shelf, key: string): unknown {
  try {
    return JSON.parse(shelf().getItem(key) ?? 'null') ?? undefined;
  } catch {
    // Blocked, or written by something else: the same as nothing.
    return undefined;
  }
}

function writeText(shelf: () => Shelf, key: string, text: string): boolean {
  try {
    shelf().setItem(key, text);
    return true;
  } catch {
    // Blocked or full. https://html.spec.whatwg.org/multipage/webstorage.html#dom-storage-setitem-dev
    return false;
  }
}
