import type { Handler, Served } from './upstream.ts';

export interface QuayTagData {
  readonly name: string;
  readonly digest: string;
  /** Seconds since 1970. */
  readonly startedAt: number;
}

/** quay.io’s own API of tags, newest first. `status` is what it says to all instead. */
export function quayHandler(
  repositories: ReadonlyMap<string, readonly QuayTagData[]>,
  { status }: { readonly status?: number } = {},
): Handler {
  return ({ path, query }) => {
    const [, name = ''] = /^\/api\/v1\/repository\/([^/]+\/[^/]+)\/tag\/$/.exec(path) ?? [];
    if (name === '') return undefined;
    if (status !== undefined) return json(status, { status });
    const tags = repositories.get(name);
    if (tags === undefined) return json(404, { status: 404, error_type: 'not_found' });
    const number = Number(query.get('page'));
    const limit = Number(query.get('limit'));
    const ordered = tags.toSorted((a, b) => b.startedAt - a.startedAt);
    const page = ordered.slice((number - 1) * limit, number * limit);
    const rows = page.map(({ name: tag, digest, startedAt }) => ({
      name: tag,
      reversion: false,
      start_ts: startedAt,
      manifest_digest: digest,
      is_manifest_list: true,
      size: null,
      last_modified: 'Thu, 01 Jan 2026 00:00:00 -0000',
    }));
    return json(200, { tags: rows, page: number, has_additional: number * limit < tags.length });
  };
}

function json(status: number, body: unknown): Served {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
