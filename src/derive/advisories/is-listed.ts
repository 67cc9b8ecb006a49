import type { Scheme } from '../../versions/scheme.ts';

type Listed = ReadonlyMap<string, readonly string[]>;

// One list judges every version of its package, and a hostile one is long.
const known = new WeakMap<readonly string[], { readonly scheme: Scheme; readonly listed: Listed }>();

/** Whether a list names a version. `1.0` and `1.0.0` are one where the scheme says so; builds of one version are several. */
export function isListed(versions: readonly string[], version: string, scheme: Scheme): boolean {
  const near = indexOf(versions, scheme).get(numbersOf(version, scheme)) ?? [];
  return near.some(
    (one) => one === version || (scheme.precedence(one, version) === 0 && buildOf(one) === buildOf(version)),
  );
}

function indexOf(versions: readonly string[], scheme: Scheme): Listed {
  const before = known.get(versions);
  if (before?.scheme === scheme) return before.listed;
  const listed = Map.groupBy(versions, (version) => numbersOf(version, scheme));
  known.set(versions, { scheme, listed });
  return listed;
}

/** What all spellings of a version have in common: its numbers without the zeros at their end, or the text of what is none. */
function numbersOf(version: string, scheme: Scheme): string {
  const facts = scheme.facts(version);
  if (facts === undefined) return version;
  const end = facts.numbers.findLastIndex((number) => number !== 0n) + 1;
  return facts.numbers.slice(0, end).join('.');
}

// Go's +incompatible is a mark of the module, not of a build. https://go.dev/ref/mod#incompatible-versions
function buildOf(version: string): string {
  const [, ...build] = version.split('+');
  return build.filter((part) => part !== 'incompatible').join('+');
}
