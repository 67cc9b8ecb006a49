import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import type { Package } from '../../core/package.ts';
import type { Http } from '../../platform/http/http.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import { readConditional } from '../../platform/http/read-conditional.ts';
import type { Receipt, Validators } from '../../platform/http/validators.ts';
import type { NpmRegistries } from './npm-registries.ts';

/** A package's full document, still unjudged. */
export type NpmDocument =
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'changed';
      readonly document: unknown;
      /** When the abbreviated document was made: a full one that is older came out of a stale cache. */
      readonly announced: string | undefined;
      /** Undefined where the registry gives nothing to ask “has it changed?” with. */
      readonly receipt: Receipt | undefined;
    };

interface Asking {
  readonly http: Http;
  readonly validators: Validators;
  readonly registries: NpmRegistries;
  /** Wants the document whether or not it changed. */
  readonly fresh: boolean;
}

const JSON_TYPE = 'application/json';
// https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
const ABBREVIATED_TYPE = 'application/vnd.npm.install-v1+json';

const ABBREVIATED = {
  accept: `${ABBREVIATED_TYPE}; q=1.0, ${JSON_TYPE}; q=0.8, */*`,
  expect: [ABBREVIATED_TYPE, JSON_TYPE],
  maxBytes: REGISTRY_DOCUMENT_BYTES,
};
const FULL = { accept: JSON_TYPE, expect: [JSON_TYPE], maxBytes: REGISTRY_DOCUMENT_BYTES };

const Announcement = z.object({ time: z.unknown().optional(), modified: z.unknown().optional() }).catch({});

/**
 * Asks for the small abbreviated document, and only if that changed for the full one. A registry that does not know
 * the small one answers with the full one, which then serves.
 * @throws HostError, FormatError
 */
export async function readDocument(pkg: Package, asking: Asking): Promise<NpmDocument> {
  const { http, validators, registries, fresh } = asking;
  const url = registries.documentUrl(pkg);
  const authorization = registries.authorizationFor(pkg, url);
  const first = await readConditional(http, validators, url, { ...ABBREVIATED, authorization, fresh });
  if (first.status === 'unchanged') return first;
  const abbreviated = parseJson(first.reply.body, pkg.purl);
  const { time, modified } = Announcement.parse(abbreviated);
  const { receipt } = first;
  const rest = {
    status: 'changed',
    announced: toInstant(modified),
    receipt: withETagAlone(receipt),
  } as const;
  if (time !== undefined) return { ...rest, document: abbreviated };
  const full = await http.request(url, { ...FULL, authorization });
  return { ...rest, document: parseJson(full.body, pkg.purl) };
}

// A deprecation changes a document but, at some registries, not its date.
function withETagAlone({ key, validator }: Receipt): Receipt | undefined {
  const { lastModified: _, ...rest } = validator;
  return rest.etag === undefined ? undefined : { key, validator: rest };
}
