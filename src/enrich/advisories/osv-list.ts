import { z } from 'zod';
import { AdvisoryId, toModified } from '../../core/advisory.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import type { Asked } from './asked.ts';
import { type Listed, toFailed } from './database.ts';

/** Sends the body of a querybatch and gives the JSON of its answer. */
export type PostQueries = (body: object) => Promise<unknown>;

/** What one request may ask. https://google.github.io/osv.dev/post-v1-querybatch/ */
const MOST_QUERIES = 1000;
const MOST_PAGES = 50;

const Result = z.object({
  vulns: z.array(z.unknown()).nullish(),
  next_page_token: z.string().nullish(),
});
const Batch = z.object({ results: z.array(Result.nullable()) });
const Vuln = z.object({ id: AdvisoryId, modified: z.string().max(40).transform(toModified) });

/** One package and how far its list was read. */
interface Reading {
  readonly asked: Asked;
  readonly records: Map<string, string>;
  readonly tokens: Set<string>;
  dropped: number;
  next: string | undefined;
}

/** The ids of all records of each package, by purl, read to the last page. */
export async function listRecords(
  asked: readonly Asked[],
  post: PostQueries,
): Promise<ReadonlyMap<string, Listed>> {
  const all = new Map<string, Listed>();
  for (let start = 0; start < asked.length; start += MOST_QUERIES) {
    const batch = asked.slice(start, start + MOST_QUERIES);
    for (const [purl, listed] of await listBatch(batch, post)) all.set(purl, listed);
  }
  return all;
}

// One query that OSV refuses fails all that were asked with it: halves find out which it was.
async function listBatch(batch: readonly Asked[], post: PostQueries): Promise<[string, Listed][]> {
  const readings = batch.map((asked): Reading => {
    return { asked, records: new Map(), tokens: new Set(), dropped: 0, next: undefined };
  });
  try {
    return await readToEnd(readings, post);
  } catch (error) {
    if (error instanceof HostError && error.status === 400 && batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      const first = await listBatch(batch.slice(0, middle), post);
      return [...first, ...(await listBatch(batch.slice(middle), post))];
    }
    const failed = toFailed(error);
    return batch.map(({ purl }) => [purl, failed]);
  }
}

async function readToEnd(readings: readonly Reading[], post: PostQueries): Promise<[string, Listed][]> {
  let open = readings;
  for (let page = 1; open.length > 0 && page <= MOST_PAGES; page += 1) {
    const queries = open.map(({ asked: { ecosystem, name }, next }) => ({
      package: { ecosystem, name },
      ...(next !== undefined && { page_token: next }),
    }));
    const { data, error } = Batch.safeParse(await post({ queries }));
    if (data?.results.length !== open.length) {
      throw new FormatError('OSV: an answer without a result for each query', { cause: error });
    }
    for (const [index, reading] of open.entries()) take(reading, data.results[index] ?? {});
    open = open.filter(({ next, tokens }) => next !== undefined && !tokens.has(next));
    for (const { next, tokens } of open) tokens.add(next ?? '');
  }
  return readings.map((reading) => [reading.asked.purl, toListed(reading)]);
}

function take(reading: Reading, { vulns, next_page_token }: z.infer<typeof Result>): void {
  for (const one of vulns ?? []) {
    const { data } = Vuln.safeParse(one);
    if (data === undefined) reading.dropped += 1;
    else reading.records.set(data.id, data.modified);
  }
  reading.next = next_page_token || undefined;
}

// What is still open has led back to a page that was read, or goes on for ever.
function toListed({ asked, records, dropped, next }: Reading): Listed {
  if (next === undefined) return { status: 'listed', records, dropped };
  return { status: 'failed', error: new FormatError(`OSV: the list of ${asked.purl} does not end`) };
}
