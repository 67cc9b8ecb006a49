import { z } from 'zod';
import { ReleaseFile, ReleaseShard } from '../core/package-record.ts';
import { Release } from '../core/release.ts';

/** The releases of a file by the text of each, so that the next state of the file has only what changed to parse. */
export type Blocks = ReadonlyMap<string, Release>;

/** One file of a package in one of its states. The header of a shard is undefined. */
export interface ParsedFile {
  readonly header: Omit<ReleaseFile, 'releases'> | undefined;
  readonly package: string;
  readonly releases: readonly Release[];
  readonly blocks: Blocks;
}

export const NO_BLOCKS: Blocks = new Map();

/**
 * Parses a header file of a package, given what its earlier state held: releases whose text is the same are the same value.
 * @throws SyntaxError or ZodError
 */
export function parseHeaderAgain(text: string, earlier: Blocks): ParsedFile {
  const cut = cutReleases(text);
  const file = ReleaseFile.parse(JSON.parse(cut?.frame ?? text));
  const { releases: whole, ...header } = file;
  const blocks = parseBlocks(cut?.blocks ?? [], earlier);
  const releases = cut === undefined ? whole : cut.blocks.flatMap((block) => blocks.get(block) ?? []);
  if (header.split !== undefined && releases.length > 0) {
    throw new SyntaxError('a split file holds no releases of its own');
  }
  return { header, package: header.package, releases, blocks };
}

const ShardFrame = z.strictObject({ ...ReleaseShard.shape, releases: z.array(z.unknown()) });

/** The same for a shard. */
export function parseShardAgain(text: string, earlier: Blocks): ParsedFile {
  const cut = cutReleases(text);
  if (cut === undefined) {
    const shard = ReleaseShard.parse(JSON.parse(text));
    return { header: undefined, ...shard, blocks: NO_BLOCKS };
  }
  const frame = ShardFrame.parse(JSON.parse(cut.frame));
  const blocks = parseBlocks(cut.blocks, earlier);
  const releases = cut.blocks.flatMap((block) => blocks.get(block) ?? []);
  return { header: undefined, package: frame.package, releases, blocks };
}

function parseBlocks(texts: readonly string[], earlier: Blocks): Blocks {
  return new Map(texts.map((text) => [text, earlier.get(text) ?? Release.parse(JSON.parse(text))]));
}

const START = '  "releases": [\n    {\n';
const BETWEEN = '\n    },\n    {\n';
const END = '\n    }\n  ]\n}\n';

// As canonical-json.ts writes it: no text within JSON has a line break, so that these lines are what they seem. The frame is the
// file without its releases; both parse exactly if the whole does.
function cutReleases(text: string): { readonly frame: string; readonly blocks: string[] } | undefined {
  const start = text.indexOf(START);
  if (start < 0 || !text.endsWith(END)) return undefined;
  const inner = text.slice(start + START.length, -END.length);
  const blocks = inner.split(BETWEEN).map((block) => `{\n${block}\n}`);
  return { frame: `${text.slice(0, start)}"releases": []\n}`, blocks };
}
