import { packageName } from '../../core/package.ts';
import { askAliased, type Told } from './aliased.ts';
import { inBatches, type Setback } from './batches.ts';
import { type Client, IN_FLIGHT } from './client.ts';
import { type List, readLongList } from './long-list.ts';
import { type ListKind, nextCursor, type PageWanted, pageQuestion, readPage } from './page.ts';
import type { Moved } from './probe.ts';

type ListRead = List | { readonly error: Setback['error'] };

/** Reads one list of each repository: the small ones several at once, then the long ones page by page. */
export async function* readLists(
  client: Client,
  kind: ListKind,
  repositories: readonly Moved[],
): AsyncGenerator<readonly [Moved, ListRead]> {
  const isSmall = ({ count }: Moved) => (count ?? 0) <= kind.small.first;
  const long = repositories.filter((moved) => !isSmall(moved));
  const pages = repositories.filter(isSmall).map((moved): PageWanted => ({ moved, after: undefined }));
  const question = pageQuestion(kind, kind.small.first, false);
  const together = inBatches(pages, {
    size: kind.small.lists,
    inFlight: IN_FLIGHT,
    ask: (wanted) => askAliased(client, question, wanted),
    toFailure: (error): Told => ({ status: 'failed', error }),
  });
  for await (const [{ moved }, told] of together) {
    const page = readPage(told, kind.field, packageName(moved.lookUp.package));
    if ('error' in page) yield [moved, page];
    else if (nextCursor(page) !== undefined) long.push(moved);
    else yield [moved, { nodes: page.nodes, isWhole: page.nodes.length === page.totalCount }];
  }
  yield* inBatches(long, {
    size: 1,
    inFlight: IN_FLIGHT,
    ask: async (alone) => {
      const read = alone.map(async (moved) => [moved, await readLongList(client, kind, moved)] as const);
      return { results: new Map<Moved, ListRead>(await Promise.all(read)) };
    },
    toFailure: (error): ListRead => ({ error }),
  });
}
