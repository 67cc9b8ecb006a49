import type { Method } from './redirect.ts';

/** What to ask, and what to take for an answer. */
export interface HttpRequest {
  readonly method?: Method | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A body that does something, rather than asks, wants `once`. */
  readonly body?: string | Uint8Array | undefined;
  /** The credential of this origin (`Bearer …`): no redirect carries it to another one. */
  readonly authorization?: string | undefined;
  /** The Accept header; without it, the types of `expect`. */
  readonly accept?: string | undefined;
  /** Media types that a 2xx reply may have, such as `application/json`; without it, any. */
  readonly expect?: readonly string[] | undefined;
  readonly maxBytes?: number | undefined;
  readonly deadlineMs?: number | undefined;
  /** Further statuses that are an answer and no error, such as 404. */
  readonly statuses?: readonly number[] | 'any' | undefined;
  /** Statuses to try again after; without it, 408, 429 and all 5xx. */
  readonly retryStatuses?: readonly number[] | undefined;
  /** A deed, not a question: a try that failed may have succeeded, and is never repeated. */
  readonly once?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The headers to send; `encodings` names the compressions that the reader of the reply can undo. */
export function requestHeaders(request: HttpRequest, userAgent: string, encodings: string): Headers {
  const headers = new Headers({ ...request.headers });
  headers.set('user-agent', userAgent);
  headers.set('accept-encoding', encodings);
  const accept = request.accept ?? request.expect?.join(', ');
  if (accept !== undefined) headers.set('accept', accept);
  if (request.authorization !== undefined) headers.set('authorization', request.authorization);
  return headers;
}

/** Whether a reply of this status is worth another try. */
export function isRetryStatus(status: number, request: HttpRequest): boolean {
  return request.retryStatuses?.includes(status) ?? (status === 408 || status === 429 || status >= 500);
}
