import type { HttpRequest } from './http-request.ts';
import type { Bytes } from './read-body.ts';
import type { Head, JsonReply, Reply } from './reply.ts';

/**
 * The one way out. Every method checks the address, the resolved addresses and every redirect, counts bytes, ends at a deadline, and
 * rejects with a HostError (with `status`, where one was given) or a FormatError.
 */
export interface Http {
  /** Resolves for 2xx, for 304 if the request was conditional, and for the statuses that the request names. */
  request(url: string, request?: HttpRequest): Promise<Reply>;
  /** As `request`, and parses a 2xx body; expects `application/json` unless the request says otherwise. */
  readJson(url: string, request?: HttpRequest): Promise<JsonReply>;
  /**
   * Hands the body of an archive, undecoded, to a reader which reads it to its end or throws, and which is called anew for another try.
   * The deadline is 15 minutes unless the request says otherwise.
   */
  stream<T>(url: string, request: HttpRequest, read: (bytes: Bytes, head: Head) => Promise<T>): Promise<T>;
  /** For libraries that bring their own client; see guarded-fetch.ts. */
  readonly fetch: typeof fetch;
  /**
   * Takes note that the host of an address limits us where 429 does not say so: a bare 403, or the body of an answer. It is left alone as
   * its headers say, else for the rest of the run and for a minute at least.
   */
  limited(url: string, status: number, headers: Headers): Promise<void>;
  /** Requests sent so far by host, with retries and redirects. */
  requests(): ReadonlyMap<string, number>;
}
