import { z } from 'zod';
import type { Instant } from '../../core/instant.ts';
import { packageName } from '../../core/package.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { AliasedQuestion, Told } from './aliased.ts';
import type { Setback } from './batches.ts';
import type { Knows } from './client.ts';
import type { Moved } from './probe.ts';
import { findRepository, REPOSITORY, repositoryValues } from './queries.ts';

/** One page of a GraphQL list; a node may be null where GitHub could not read it. */
export const Page = z.object({
  totalCount: z.int().nonnegative(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z
    .array(z.unknown())
    .nullable()
    .transform((nodes) => nodes ?? []),
});
export type Page = z.infer<typeof Page>;

/** A list that pages on for ever would hold up a run for ever. */
export const MOST_PAGES = 200;

/** A list that a repository has, newest first, and how to ask for it. */
export interface ListKind {
  readonly field: 'releases' | 'refs';
  readonly page: (number: number, first: number) => string;
  readonly fragments: (knows: Knows, isAlone: boolean) => string;
  /** Small lists are read whole, several in one query; a page of so many entries each. */
  readonly small: { readonly lists: number; readonly first: number };
  /** Entries of a page of a long list, which is asked for alone. */
  readonly first: number;
  /** Whether everything about this entry is older than that. */
  readonly isOlder: (node: unknown, since: Instant) => boolean;
}

/** A page of a repository's list, by the cursor of the page before. */
export interface PageWanted {
  readonly moved: Moved;
  readonly after: string | undefined;
}

/** The question for pages of so many entries; a repository that is asked about alone may say more of each. */
export function pageQuestion(kind: ListKind, first: number, isAlone: boolean): AliasedQuestion<PageWanted> {
  return {
    variables: { ...REPOSITORY, after: 'String' },
    valuesOf: ({ moved, after }) => ({ ...repositoryValues(moved.lookUp.package), after: after ?? null }),
    select: (number) => `${findRepository(number)} { ${kind.page(number, first)} }`,
    fragments: (knows) => kind.fragments(knows, isAlone),
    nameOf: ({ moved }) => packageName(moved.lookUp.package),
  };
}

/** The page out of what was told under an alias: the field of that name in `found`. */
export function readPage(told: Told, field: string, subject: string): Page | { error: Setback['error'] } {
  if (told.status === 'failed') return told;
  if (told.status === 'gone') return { error: new HostError(`GitHub ${subject}: gone while it was read`) };
  const { data, error } = z.object({ [field]: Page }).safeParse(told.value);
  const page = data?.[field];
  if (page !== undefined) return page;
  return {
    error: new FormatError(`GitHub ${subject}: the reply holds no list of ${field}`, { cause: error }),
  };
}

/** The cursor of the next page; undefined on the last one. */
export function nextCursor({ pageInfo: { hasNextPage, endCursor } }: Page): string | undefined {
  return hasNextPage && endCursor !== null ? endCursor : undefined;
}
