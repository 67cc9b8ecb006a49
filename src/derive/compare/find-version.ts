import { SCHEMES } from '../../versions/schemes.ts';
import { plainVersion } from '../plain-version.ts';
import type { ComparedRelease, CompareIndex, CompareLine } from './compare-index.ts';

/** Where a release stands. */
export interface Place {
  readonly line: CompareLine;
  readonly at: number;
  readonly release: ComparedRelease;
}

/** What upstream calls a release. */
export function refOf({ version, ref = version }: Pick<ComparedRelease, 'version' | 'ref'>): string {
  return ref;
}

/** All releases, line by line, lowest first. */
function placesOf({ lines }: CompareIndex): Place[] {
  return lines.flatMap((line) => line.releases.map((release, at) => ({ line, at, release })));
}

/** The release that people mean by a text: as it is called upstream, as its version is written, or in another spelling of it. */
export function findVersion(index: CompareIndex, text: string): Place | undefined {
  const places = placesOf(index);
  const scheme = SCHEMES[index.scheme];
  return (
    places.find(({ release }) => refOf(release) === text) ??
    places.find(({ release }) => release.version === text) ??
    places.find(({ release }) => scheme.precedence(release.version, text) === 0)
  );
}

/** The releases right below and above a version that is not held, in the line where it would stand. */
export function nearestTo(index: CompareIndex, text: string): Place[] {
  const scheme = SCHEMES[index.scheme];
  const wanted = plainVersion(text, scheme);
  if (wanted === undefined) return [];
  const order = ({ release }: Place) => {
    const plain = plainVersion(release.version, scheme);
    if (plain === undefined || plain.component !== wanted.component) return undefined;
    return scheme.precedence(plain.version, wanted.version);
  };
  const places = placesOf(index);
  const below = places.findLast((place) => order(place) === -1);
  const above = places.find((place) => order(place) === 1);
  return [below, above].filter((place) => place !== undefined);
}
