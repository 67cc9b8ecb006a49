import { z } from 'zod';
import type { Handler, Served } from './upstream.ts';

/** A record in OSV's own schema, malformed parts as well. */
export interface OsvRecord {
  readonly id: string;
  readonly modified: string;
  readonly [key: string]: unknown;
}

export interface OsvOptions {
  /** Records on a page of a list. */
  readonly pageSize?: number;
  /** Lists lead on for ever. */
  readonly isEndless?: boolean;
  /** Names that OSV refuses, and with them all that is asked in the same request. */
  readonly refused?: ReadonlySet<string>;
  /** Ids that lists name, but that have no record. */
  readonly listedOnly?: readonly { readonly name: string; readonly id: string; readonly modified: string }[];
}

const Query = z.object({
  package: z.strictObject({ ecosystem: z.string(), name: z.string() }),
  page_token: z.string().optional(),
});
const Batch = z.strictObject({ queries: z.array(Query).max(1000) });
const Named = z.object({
  affected: z
    .array(z.object({ package: z.object({ ecosystem: z.string(), name: z.string() }) }).catch(NOBODY()))
    .catch([]),
});

function NOBODY() {
  return { package: { ecosystem: '', name: '' } };
}

/**
 * OSV: POST /v1/querybatch by package, each result with pages of its own, and GET /v1/vulns/<id>. It lists no withdrawn records.
 * The records may be changed while it serves. https://google.github.io/osv.dev/api/
 */
export function osvHandler(records: readonly OsvRecord[], options: OsvOptions = {}): Handler {
  return ({ method, path, body }) => {
    if (method === 'POST' && path === '/v1/querybatch') return answerBatch(records, body, options);
    if (!path.startsWith('/v1/vulns/')) return undefined;
    const id = decodeURIComponent(path.slice('/v1/vulns/'.length));
    const record = records.find((one) => one.id === id);
    return record === undefined ? json({ code: 5, message: 'Bug not found.' }, 404) : json(record);
  };
}

function answerBatch(records: readonly OsvRecord[], body: string, options: OsvOptions): Served {
  const { data } = Batch.safeParse(JSON.parse(body));
  if (data === undefined || data.queries.some((query) => options.refused?.has(query.package.name))) {
    return json({ code: 3, message: 'Invalid query.' }, 400);
  }
  return json({ results: data.queries.map((query) => listPage(records, query, options)) });
}

function listPage(
  records: readonly OsvRecord[],
  { package: { ecosystem, name }, page_token: token = '0' }: z.infer<typeof Query>,
  { pageSize = 1000, isEndless = false, listedOnly = [] }: OsvOptions,
): object {
  const own = records.filter((record) => {
    const { affected } = Named.parse(record);
    const isAbout = affected.some((one) => one.package.ecosystem === ecosystem && one.package.name === name);
    return isAbout && record['withdrawn'] === undefined;
  });
  const all = [...own, ...listedOnly.filter((one) => one.name === name)];
  const start = Number(token);
  const vulns = all.slice(start, start + pageSize).map(({ id, modified }) => ({ id, modified }));
  if (isEndless) return { vulns, next_page_token: String(start + 1) };
  const next = start + pageSize < all.length ? { next_page_token: String(start + pageSize) } : {};
  return vulns.length === 0 ? {} : { vulns, ...next };
}

function json(body: unknown, status = 200): Served {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
