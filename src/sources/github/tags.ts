import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import type { Listing } from '../../core/listing.ts';
import type { Fetched } from '../source.ts';
import { wantedOf } from '../wanted-of.ts';
import { toListed } from './listed.ts';
import type { List } from './long-list.ts';
import type { ListKind } from './page.ts';
import type { Moved } from './probe.ts';
import { TAG_FRAGMENT, tagsPage } from './queries.ts';

const Oid = z.string().regex(/^[0-9a-f]{7,64}$/);
const Commit = z.object({ __typename: z.literal('Commit'), oid: Oid, committedDate: z.string() });
// Git can tag files and folders, and tags themselves: such a tag names no commit that we could show.
const Other = z.object({ __typename: z.enum(['Tag', 'Tree', 'Blob']) });
const Annotated = z.object({
  __typename: z.literal('Tag'),
  message: z.string().nullable(),
  tagger: z.object({ date: z.string().nullable() }).nullable(),
  target: z.union([Commit, Other]),
});
const TagNode = z.object({
  name: z.string().min(1).max(1024),
  target: z.union([Commit, Annotated, Other]).nullable(),
});
type TagNode = z.infer<typeof TagNode>;

/** Tags, for projects that publish no releases. */
export const TAGS: ListKind = {
  field: 'refs',
  page: tagsPage,
  fragments: () => TAG_FRAGMENT,
  small: { lists: 10, first: 100 },
  first: 100,
  isOlder: isOlderTag,
};

/** The answer out of a repository's list of tags. */
export function listTags(moved: Moved, list: List): Fetched {
  const read = list.nodes.map((node) => TagNode.safeParse(node).data).filter((node) => node !== undefined);
  const releases = wantedOf({ upstream: moved.upstream, releases: read.map(toListing) }, moved.lookUp.since);
  return toListed(moved, list, releases, list.nodes.length - read.length);
}

/** An annotated tag has a date and a text of its own; a lightweight one has those of its commit, whose text is not about a release. */
function toListing({ name, target }: TagNode): Listing {
  const annotated = target !== null && 'message' in target ? target : undefined;
  const tagged = annotated?.target ?? target;
  const commit = tagged !== null && 'oid' in tagged ? tagged : undefined;
  const publishedAt = toInstant(annotated?.tagger?.date) ?? toInstant(commit?.committedDate);
  return {
    version: name,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(commit !== undefined && { commit: commit.oid }),
    notes: annotated?.message ?? '',
    notesFrom: 'tag',
  };
}

// The order is that of commits; a tag may be made long after its commit, and then both dates count.
function isOlderTag(node: unknown, since: Instant): boolean {
  const { data } = TagNode.safeParse(node);
  const publishedAt = data && toListing(data).publishedAt;
  return publishedAt !== undefined && publishedAt < since;
}
