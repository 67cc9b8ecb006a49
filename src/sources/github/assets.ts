import { FormatError } from '../../platform/errors.ts';
import { type AliasedQuestion, askAliased, type Told } from './aliased.ts';
import { inBatches, type Setback } from './batches.ts';
import { type Client, IN_FLIGHT } from './client.ts';
import { MOST_PAGES, nextCursor, type Page, readPage } from './page.ts';
import { assetFragment } from './queries.ts';

/** A release, by its node id, of which there are more assets than its first page holds. */
interface Cut {
  readonly id: string;
  readonly after: string;
}

const TOGETHER = 10;

const QUESTION: AliasedQuestion<Cut> = {
  variables: { id: 'ID!', after: 'String' },
  valuesOf: ({ id, after }) => ({ id, after }),
  select: (number) =>
    `node(id: $id${number}) { ... on Release { releaseAssets(first: 100, after: $after${number}) { ...Assets } } }`,
  fragments: assetFragment,
  nameOf: ({ id }) => `release ${/^[\w-]{1,64}$/.test(id) ? id : ''}`,
};

/**
 * Reads on where the first page of a release's assets is not the last: releases with hundreds of files exist.
 * @param firstPages by the node id of the release
 * @returns the nodes of all pages by release; releases whose pages do not add up to GitHub's own count are left out
 */
export async function readAllAssets(
  client: Client,
  firstPages: ReadonlyMap<string, Page>,
): Promise<ReadonlyMap<string, readonly unknown[]> | { readonly error: Setback['error'] }> {
  const nodes = new Map([...firstPages].map(([id, page]) => [id, page.nodes]));
  let cut = [...firstPages].flatMap(([id, page]) => toCut(id, page));
  for (let pages = 1; cut.length > 0; pages += 1) {
    if (pages === MOST_PAGES)
      return { error: new FormatError(`GitHub: more than ${MOST_PAGES} pages of assets`) };
    const next: Cut[] = [];
    for await (const [{ id }, told] of askAll(client, cut)) {
      const page = readPage(told, 'releaseAssets', QUESTION.nameOf({ id, after: '' }));
      if ('error' in page) return page;
      nodes.set(id, [...(nodes.get(id) ?? []), ...page.nodes]);
      next.push(...toCut(id, page));
    }
    cut = next;
  }
  return new Map([...nodes].filter(([id, all]) => all.length === firstPages.get(id)?.totalCount));
}

function toCut(id: string, page: Page): Cut[] {
  const after = nextCursor(page);
  return after === undefined ? [] : [{ id, after }];
}

function askAll(client: Client, cut: readonly Cut[]): AsyncIterable<readonly [Cut, Told]> {
  return inBatches(cut, {
    size: TOGETHER,
    inFlight: IN_FLIGHT,
    ask: (items) => askAliased(client, QUESTION, items),
    toFailure: (error): Told => ({ status: 'failed', error }),
  });
}
