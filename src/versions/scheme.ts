import { compareText } from '../core/compare-text.ts';

export type Order = -1 | 0 | 1;

/** What the text of a version says by itself, in any scheme. */
export interface VersionFacts {
  /** The leading numbers: `[1, 21, 1]`. At least one. */
  readonly numbers: readonly number[];
  readonly prerelease: boolean;
}

/** How the versions of a package compare. Everything here takes text and never throws. */
export interface Scheme {
  readonly id: string;
  /** Undefined if the text is no version of this scheme. */
  readonly facts: (text: string) => VersionFacts | undefined;
  /**
   * A total order, lowest first: 0 only for the same text. Texts that the scheme calls equal
   * (build metadata) go by code point, and what is no version comes before all that is.
   */
  readonly compare: (a: string, b: string) => Order;
}

interface Definition<Parsed> {
  readonly id: string;
  /** Undefined for what is no version. Never asked about more than 255 characters. */
  readonly parse: (text: string) => Parsed | undefined;
  readonly compare: (a: Parsed, b: Parsed) => Order;
  readonly facts: (parsed: Parsed) => VersionFacts;
}

const LONGEST = 255;
const REMEMBERED = 20_000;

/** Makes a scheme out of its two rules: the length cap, the memory of parsed texts and the ties are written here once. */
export function defineScheme<Parsed>(definition: Definition<Parsed>): Scheme {
  const parsed = new Map<string, Parsed | undefined>();

  function parse(text: string): Parsed | undefined {
    if (text.length > LONGEST) return undefined;
    if (parsed.has(text)) return parsed.get(text);
    if (parsed.size >= REMEMBERED) parsed.clear();
    const result = definition.parse(text);
    parsed.set(text, result);
    return result;
  }

  function compare(a: string, b: string): Order {
    const left = parse(a);
    const right = parse(b);
    if (left === undefined || right === undefined) {
      if (left !== undefined) return 1;
      return right === undefined ? compareText(a, b) : -1;
    }
    return definition.compare(left, right) || compareText(a, b);
  }

  function facts(text: string): VersionFacts | undefined {
    const version = parse(text);
    return version === undefined ? undefined : definition.facts(version);
  }

  return { id: definition.id, facts, compare };
}
