import type { Fetched } from '../source.ts';
import { isWanted } from '../wanted-of.ts';
import { readAllAssets } from './assets.ts';
import type { Client } from './client.ts';
import { toListed } from './listed.ts';
import type { List } from './long-list.ts';
import type { ListKind } from './page.ts';
import type { Moved } from './probe.ts';
import { releaseFragments, releasesPage } from './queries.ts';
import { isOlderRelease, ReleaseNode, toAssets, toListing } from './release-node.ts';

/** Releases: newest commit first, which is not the order of publication. */
export const RELEASES: ListKind = {
  field: 'releases',
  page: releasesPage,
  fragments: (knows, isAlone) => releaseFragments(knows, isAlone ? 100 : 50),
  small: { lists: 10, first: 30 },
  first: 50,
  isOlder: isOlderRelease,
};

/** The answer out of a repository's list of releases, without drafts; asks on where a release has more assets than a page. */
export async function listReleases(client: Client, moved: Moved, list: List): Promise<Fetched> {
  const read = list.nodes
    .map((node) => ReleaseNode.safeParse(node).data)
    .filter((node) => node !== undefined);
  let dropped = list.nodes.length - read.length;
  const wanted = read
    .filter((node) => !node.isDraft)
    .map((node) => ({ node, listing: toListing(node) }))
    .filter(({ listing }) => isWanted(listing, moved.upstream, moved.lookUp.since));
  const pages = new Map(wanted.map(({ node }) => [node.id, node.releaseAssets]));
  const nodes = await readAllAssets(client, pages);
  if ('error' in nodes) return { status: 'failed', error: nodes.error };
  const releases = wanted.flatMap(({ node, listing }) => {
    const all = nodes.get(node.id);
    if (all === undefined) return [listing]; // Some assets were withheld: nothing is said of any.
    const assets = toAssets(all);
    if (assets !== undefined) return [{ ...listing, assets }];
    dropped += 1;
    return [];
  });
  return toListed(moved, list, releases, dropped);
}
