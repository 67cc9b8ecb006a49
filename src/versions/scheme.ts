import { compareText } from '../core/compare-text.ts';

export type Order = -1 | 0 | 1;

/** What the text of a version says by itself, in any scheme. */
export interface VersionFacts {
  /** The leading numbers, as large as they are written: `[1n, 21n, 1n]`. At least one. */
  readonly numbers: readonly bigint[];
  readonly prerelease: boolean;
  /**
   * Versions are replaced only by those of the same variant: `alpine` of an image's tag, `jre` of guava's 33.4.0-jre.
   * Absent where a version has none.
   */
  readonly variant?: string;
}

/** How the versions of a package compare. Everything here takes text and never throws. */
export interface Scheme {
  readonly id: string;
  /** What its rules are called: `PEP 440`. */
  readonly title: string;
  /** Where they are published. Absent where nobody wrote them down. */
  readonly rulesUrl?: string;
  /** Where we go beyond them, or stop short: one sentence of markdown. */
  readonly note?: string;
  /** Its variants are builds of one version, of which people follow one; what is no version points at one. */
  readonly hasCopies?: true;
  /** Undefined if the text is no version of this scheme. */
  readonly facts: (text: string) => VersionFacts | undefined;
  /**
   * A total order, lowest first: 0 only for the same text. Texts that the scheme calls equal
   * (build metadata) go by code point, and what is no version comes before all that is.
   */
  readonly compare: (a: string, b: string) => Order;
  /** By that order. However many there are, each is parsed once. */
  readonly sort: (texts: readonly string[]) => string[];
  /**
   * What the ecosystem's own tool says: 0 for all that it calls equal, undefined if one of them is no version or
   * if the two do not compare (tags of two variants).
   */
  readonly precedence: (a: string, b: string) => Order | undefined;
}

interface Definition<Parsed> extends Omit<Scheme, 'facts' | 'compare' | 'sort' | 'precedence'> {
  /** Undefined for what is no version. Never asked about more than 255 characters. */
  readonly parse: (text: string) => Parsed | undefined;
  /** As the ecosystem's own tool: 0 for what it calls equal. Antisymmetric and transitive. */
  readonly compare: (a: Parsed, b: Parsed) => Order;
  /** The tool's own words where they are no such order: Maven contradicts itself, two variants do not compare. */
  readonly verdict?: (a: Parsed, b: Parsed) => Order | undefined;
  readonly facts: (parsed: Parsed) => VersionFacts;
}

const LONGEST = 255;
const REMEMBERED = 20_000;

/** Makes a scheme out of its two rules: the length cap, the memory of parsed texts and the ties are written here once. */
export function defineScheme<Parsed>(definition: Definition<Parsed>): Scheme {
  const { id, title, rulesUrl, note, hasCopies, compare: order, verdict = order } = definition;
  const parse = remembering(definition.parse);
  const read = (text: string): Read<Parsed> => ({ text, version: parse(text) });

  function compareRead(a: Read<Parsed>, b: Read<Parsed>): Order {
    if (a.version !== undefined && b.version !== undefined) {
      return order(a.version, b.version) || compareText(a.text, b.text);
    }
    if (a.version === b.version) return compareText(a.text, b.text);
    return a.version === undefined ? -1 : 1;
  }

  function precedence(a: string, b: string): Order | undefined {
    const left = parse(a);
    const right = parse(b);
    return left === undefined || right === undefined ? undefined : verdict(left, right);
  }

  function facts(text: string): VersionFacts | undefined {
    const version = parse(text);
    return version === undefined ? undefined : definition.facts(version);
  }

  return {
    id,
    title,
    ...(rulesUrl && { rulesUrl }),
    ...(note && { note }),
    ...(hasCopies && { hasCopies }),
    facts,
    compare: (a, b) => compareRead(read(a), read(b)),
    sort: (texts) =>
      texts
        .map(read)
        .sort(compareRead)
        .map(({ text }) => text),
    precedence,
  };
}

interface Read<Parsed> {
  readonly text: string;
  readonly version: Parsed | undefined;
}

function remembering<Parsed>(parse: (text: string) => Parsed | undefined) {
  const known = new Map<string, Parsed | undefined>();
  return (text: string): Parsed | undefined => {
    if (text.length > LONGEST) return undefined;
    if (known.has(text)) return known.get(text);
    if (known.size >= REMEMBERED) known.clear();
    const version = parse(text);
    known.set(text, version);
    return version;
  };
}
