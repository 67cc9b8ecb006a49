import { FormatError, HostError } from '../../platform/errors.ts';
import { readAll } from '../../platform/pages.ts';
import { fingerprint } from '../memory.ts';
import type { Asking, Reading } from '../package-by-package.ts';
import { gone } from './gone.ts';
import type { Image } from './image.ts';
import { isNoise } from './is-noise.ts';
import { openRegistry } from './open-registry.ts';
import { orderTags } from './order-tags.ts';
import { QuayPage } from './quay-page.ts';
import { readAbout } from './read-about.ts';
import { readRegistry, withCommit } from './read-registry.ts';
import { type Tag, toListing } from './tag.ts';

const MOST_PAGES = 1000;
// A private repository has another API of tags for robots: the common one.
const ELSEWHERE = [401, 403, 404];

interface QuayTags {
  readonly tags: Map<string, Tag>;
  dropped: number;
  /** Fingerprint of the first page: where it is as it was, nothing was pushed, and none of the newest tags deleted. */
  first: string;
  status?: number;
}

/** Reads an image at quay.io, whose own API has dates and digests; where it does not answer, as at any registry. */
export async function readQuay(asking: Asking, image: Image): Promise<Reading> {
  const { held, memory, since = '' } = asking;
  const { tags, first, status, dropped } = await readTags(asking, image);
  if (status !== undefined) return readElsewhere(asking, image, status);
  if (first === memory?.['first'] && memory['described'] !== undefined) return { status: 'unchanged' };

  const known = new Map(held?.releases.map((release) => [release.version, release]));
  const read = [...tags.values()].filter(
    ({ name, pushedAt }) => !isNoise(name) && (known.get(name)?.publishedAt ?? pushedAt ?? since) >= since,
  );
  const { newest } = orderTags(read.map(({ name }) => name));
  const speaker = newest === undefined ? undefined : tags.get(newest);
  const about = await readAbout(asking, openRegistry(asking, image), speaker);
  const releases = read.map((tag) => toListing(tag, known.get(tag.name)));
  return {
    status: 'listed',
    listings: {
      upstream: about.upstream,
      releases: withCommit(releases, newest, about),
      complete: true,
      dropped: dropped + about.dropped,
    },
    receipts: [],
    memory: { first, ...(about.described !== undefined && { described: about.described }) },
  };
}

async function readTags({ world, memory, since = '' }: Asking, { home, name }: Image): Promise<QuayTags> {
  const url = (page: number) =>
    `${home}/api/v1/repository/${name}/tag/?onlyActiveTags=true&limit=100&page=${page}`;
  const reading: QuayTags = { tags: new Map(), dropped: 0, first: '' };
  const isDescribed = memory?.['described'] !== undefined;
  let pages = 0;

  await readAll(
    url(1),
    async (address) => {
      const statuses = pages === 0 ? ELSEWHERE : [];
      const { status, json } = await world.http.readJson(address, { statuses });
      if (statuses.includes(status)) {
        reading.status = status;
        return { items: [] };
      }
      const { data, error } = QuayPage.safeParse(json);
      if (error) throw new FormatError(`quay.io ${name}: the reply is no page of tags`, { cause: error });
      if (data.tags.length === 0 && data.dropped > 0)
        throw new FormatError(`quay.io ${name}: no tag can be read`);
      pages += 1;
      if (pages === 1) reading.first = fingerprint([data.tags, data.hasMore]);
      for (const tag of data.tags) if (!reading.tags.has(tag.name)) reading.tags.set(tag.name, tag);
      reading.dropped += data.dropped;
      const isEnough =
        (isDescribed && reading.first === memory?.['first']) || (data.tags.at(-1)?.pushedAt ?? since) < since;
      return { items: [], next: data.hasMore && !isEnough ? url(pages + 1) : undefined };
    },
    MOST_PAGES,
  );
  return reading;
}

// Without a token quay.io says of a repository that is not there what it says of a private one.
async function readElsewhere(asking: Asking, image: Image, status: number): Promise<Reading> {
  try {
    return await readRegistry(asking, image);
  } catch (error) {
    const isRefusal = error instanceof HostError && (error.status === 401 || error.status === 403);
    if (status === 404 && isRefusal) return gone(asking, image.host, status);
    throw error;
  }
}
