import type { Listing } from '../../core/listing.ts';
import type { Asset } from '../../core/release.ts';
import { fileName, type GemFile } from './gem-file.ts';

/**
 * One release for each number, with the files of all platforms. It came out with its first file.
 * @param broken numbers of which not all files are known: what they have stays unsaid
 */
export function toListings(
  gem: string,
  files: readonly GemFile[],
  broken: ReadonlySet<string>,
): readonly Listing[] {
  const byNumber = Map.groupBy(files, ({ number }) => number);
  const whole = [...byNumber].filter(([number]) => !broken.has(number));
  return [
    ...whole.map(([version, ofVersion]) => toListing(gem, version, ofVersion)),
    ...[...broken].map((version) => ({ version })),
  ];
}

function toListing(gem: string, version: string, files: readonly GemFile[]): Listing {
  const said = files.flatMap(({ about }) => about ?? []);
  const publishedAt = said.flatMap((about) => about.publishedAt ?? []).sort()[0];
  return {
    version,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(said.length > 0 && { prerelease: said.some(({ isPrerelease }) => isPrerelease) }),
    assets: files.map((file) => toAsset(gem, file)),
  };
}

function toAsset(gem: string, file: GemFile): Asset {
  const { checksum } = file;
  return {
    name: fileName(gem, file),
    ...(checksum !== undefined && { digest: `sha256:${checksum.toLowerCase()}` }),
  };
}
