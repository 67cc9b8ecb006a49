import type { Http } from './http.ts';
import type { HttpRequest } from './http-request.ts';
import type { Reply } from './reply.ts';
import { hash, type Receipt, type Validator, type Validators } from './validators.ts';

export type Conditional =
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'changed';
      readonly reply: Reply;
      /** For `validators.remember`, after the reply was persisted. */
      readonly receipt: Receipt;
    };

export interface ConditionalRequest extends HttpRequest {
  /** Wants the whole reply, whatever the cache says: for a caller that holds nothing yet. */
  readonly fresh?: boolean | undefined;
}

/**
 * Asks for what changed since the last time. One validator is sent, the ETag if there is one (RFC 9110, 13.1.3), and a 304 is believed
 * only from the address that gave it.
 * @throws HostError, FormatError
 */
export async function readConditional(
  http: Http,
  validators: Validators,
  url: string,
  { fresh = false, ...request }: ConditionalRequest = {},
): Promise<Conditional> {
  const key = keyOf(url, request);
  const changed = (reply: Reply): Conditional => ({
    status: 'changed',
    reply,
    receipt: { key, validator: validatorOf(reply) },
  });
  const validator = fresh ? undefined : await validators.read(key);
  const condition = conditionOf(validator);
  const reply = await http.request(url, { ...request, headers: { ...request.headers, ...condition } });
  if (reply.status !== 304) return changed(reply);
  // After a move, a 304 speaks of something that we never read at the new address.
  if (hash(reply.url) !== validator?.answeredBy) return changed(await http.request(url, request));
  return { status: 'unchanged' };
}

// Another credential or another Accept may get another document, with another ETag.
function keyOf(url: string, { method = 'GET', accept, expect, authorization, headers }: HttpRequest): string {
  return hash(JSON.stringify([method, url, accept ?? expect, authorization, headers]));
}

function conditionOf(validator: Validator | undefined): Record<string, string> | undefined {
  if (validator?.etag !== undefined) return { 'if-none-match': validator.etag };
  if (validator?.lastModified !== undefined) return { 'if-modified-since': validator.lastModified };
  return undefined;
}

function validatorOf({ url, headers }: Reply): Validator {
  const etag = headers.get('etag') ?? undefined;
  const lastModified = headers.get('last-modified') ?? undefined;
  return { answeredBy: hash(url), ...(etag && { etag }), ...(lastModified && { lastModified }) };
}
