import { type Spoil, send } from './faulty-server.ts';
import type { UpstreamFault } from './upstream-faults.ts';

type Json = Record<string, unknown>;

/** Another document than npm's good one. */
function npm(change: (document: Json) => Json, outcome: UpstreamFault['outcome']): UpstreamFault {
  return { at: 'beside', spoil: changed((value) => (isJson(value) ? change(value) : value)), outcome };
}

/** Another list than Gitea's good one. */
function gitea(
  change: (list: readonly unknown[]) => unknown,
  outcome: UpstreamFault['outcome'],
): UpstreamFault {
  return { at: 'gitea', spoil: changed((value) => (Array.isArray(value) ? change(value) : value)), outcome };
}

function changed(change: (value: unknown) => unknown): Spoil {
  return (response, good) =>
    send(response, { ...good, body: JSON.stringify(change(JSON.parse(String(good.body)))) });
}

/** One version of a document, spoilt. */
function oneVersion(change: (manifest: Json) => Json): (document: Json) => Json {
  return ({ versions, ...document }) => {
    if (!isJson(versions)) return document;
    const [[version = '', manifest] = []] = Object.entries(versions);
    return {
      ...document,
      versions: { ...versions, [version]: isJson(manifest) ? change(manifest) : manifest },
    };
  };
}

function linking(next: (asked: string) => string): UpstreamFault {
  const spoil: Spoil = (response, good, { path, query, headers }) => {
    const here = `http://${headers['host']}${path}?${query}`;
    const link = Array.isArray(JSON.parse(String(good.body))) ? { link: `<${next(here)}>; rel="next"` } : {};
    send(response, { ...good, headers: { ...good.headers, ...link } });
  };
  return { at: 'gitea', spoil, outcome: 'failed' };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Layers schema and paging. */
export const LIST_FAULTS: Readonly<Record<string, UpstreamFault>> = {
  'schema-missing': npm(
    oneVersion(({ dist: _, ...rest }) => rest),
    'either',
  ),
  'schema-null': npm(
    oneVersion((manifest) => ({ ...manifest, dist: null })),
    'either',
  ),
  'schema-type': npm(
    oneVersion((manifest) => ({ ...manifest, version: 7 })),
    'either',
  ),
  'schema-extra': npm((document) => ({ ...document, novelty: { of: ['theirs'] } }), 'read'),
  'schema-renamed': npm(({ versions, ...rest }) => ({ ...rest, releases: versions }), 'failed'),
  'schema-empty-list': npm(
    (document) => ({ ...document, versions: {}, time: {}, 'dist-tags': {} }),
    'failed',
  ),
  'schema-shrunk': npm(({ versions, ...rest }) => ({ ...rest, versions: first(versions) }), 'failed'),
  'schema-dup-ids': gitea((list) => [...list, ...list], 'read'),
  'schema-order': gitea((list) => list.toReversed(), 'read'),
  'schema-draft': gitea((list) => [{ ...object(list[0]), tag_name: 'v9.9.9', draft: true }, ...list], 'read'),
  'page-loop': linking((here) => here),
  'page-foreign': linking(() => 'http://169.254.169.254/api/v1/repos/acme/subject/releases?page=2'),
  'page-shift': gitea((list) => [list[0], ...list], 'read'),
};

function first(versions: unknown): Json {
  return isJson(versions) ? Object.fromEntries(Object.entries(versions).slice(0, 1)) : {};
}

function object(value: unknown): Json {
  return isJson(value) ? value : {};
}
