import type { Instant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import type { Held } from '../source.ts';
import { fileName, type GemFile } from './gem-file.ts';

/**
 * One release for each number, with the files of all platforms. It came out with its first file.
 * @param broken numbers of which not all files are known: what they have stays unsaid
 */
export function toListings(
  gem: string,
  files: readonly GemFile[],
  broken: ReadonlyMap<string, Instant | undefined>,
  held: Held | undefined,
): readonly Listing[] {
  const known = new Map(held?.releases.map(({ version, publishedAt }) => [version, publishedAt]));
  const byNumber = Map.groupBy(files, ({ number }) => number);
  const whole = [...byNumber].filter(([number]) => !broken.has(number));
  return [
    ...whole.map(([version, ofVersion]) => toListing(gem, version, ofVersion, known.get(version))),
    ...[...broken].map(([version, publishedAt]) => dated(version, [known.get(version) ?? publishedAt])),
  ];
}

function toListing(
  gem: string,
  version: string,
  files: readonly GemFile[],
  heldAt: Instant | undefined,
): Listing {
  const said = files.flatMap(({ about }) => about ?? []);
  return {
    // The file of its first day may have been yanked.
    ...dated(version, [heldAt, ...said.map(({ publishedAt }) => publishedAt)]),
    ...(said.length > 0 && { prerelease: said.some(({ isPrerelease }) => isPrerelease) }),
    assets: files.map((file) => toAsset(gem, file)),
  };
}

function dated(version: string, dates: readonly (Instant | undefined)[]): Listing {
  const [publishedAt] = dates.filter((at) => at !== undefined).sort();
  return { version, ...(publishedAt !== undefined && { publishedAt }) };
}

function toAsset(gem: string, file: GemFile): Asset {
  const { checksum } = file;
  return {
    name: fileName(gem, file),
    ...(checksum !== undefined && { digest: `sha256:${checksum.toLowerCase()}` }),
  };
}
