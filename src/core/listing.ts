import { z } from 'zod';
import { Instant } from './instant.ts';
import { Asset, Release } from './release.ts';
import { Upstream } from './upstream.ts';

const text = z.string().exactOptional();
const flag = z.boolean().exactOptional();
/** A reason; `false` and `''` say that there is none any more. */
const mark = z.union([z.string(), z.literal(false)]).exactOptional();

/**
 * What a source says about one release right now. A field that is absent is *not said* and leaves what we hold as it is;
 * `false`, `''` and `[]` are said, and clear it. So a poorer source never wipes what a richer one told.
 */
export const Listing = z
  .strictObject({
    version: z.string(),
    id: text,
    publishedAt: Instant.exactOptional(),
    commit: text,
    prerelease: flag,
    yanked: mark,
    deprecated: mark,
    /** Upstream itself says that this version existed and is gone (npm keeps the time of an unpublished version). */
    tombstone: z.literal(true).exactOptional(),
    immutable: flag,
    provenance: text,
    url: text,
    title: text,
    author: text,
    assets: z.array(Asset).readonly().exactOptional(),
    /** Raw text; made lines, and cut if need be, when it is stored. */
    notes: text,
    notesFrom: Release.shape.notesFrom.unwrap().exactOptional(),
  })
  .readonly();
export type Listing = z.infer<typeof Listing>;

/** All that one look-up said about a package. Only a complete one can show an absence. */
export const Listings = z
  .strictObject({
    upstream: Upstream,
    releases: z.array(Listing).readonly(),
    complete: z.boolean(),
    /** An incomplete listing is all that this upstream ever gives: a feed holds its newest entries. Not a failure, then. */
    partial: z.literal('by nature').exactOptional(),
    /** Elements of the reply that were malformed and left out. */
    dropped: z.number(),
  })
  .readonly();
export type Listings = z.infer<typeof Listings>;
