import { FormatError, HostError } from '../errors.ts';
import type { HttpRequest } from './http-request.ts';
import type { Head } from './reply.ts';
import { showUrl } from './show-url.ts';

/**
 * Lets pass what the caller takes for an answer: 2xx of an expected type, 304 if it was asked for, and the statuses that it named.
 * @param sent the headers of the request
 * @throws HostError for another status, FormatError for another content type or for a part that nobody asked for
 */
export function checkHead(head: Head, request: HttpRequest, sent: Headers): void {
  const { status, headers } = head;
  if (request.statuses === 'any' || request.statuses?.includes(status)) return;
  if (status === 304 && (sent.has('if-none-match') || sent.has('if-modified-since'))) return;
  const subject = showUrl(head.url);
  if (status < 200 || status > 299) throw new HostError(`${subject} answered ${status}`, { status });
  if (status === 206 && !sent.has('range'))
    throw new FormatError(`${subject}: only a part of the reply`, { status });
  if (request.expect === undefined) return;
  const type = mediaType(headers.get('content-type'));
  if (request.expect.includes(type)) return;
  throw new FormatError(`${subject}: ${type} instead of ${request.expect.join(' or ')}`, { status });
}

function mediaType(contentType: string | null): string {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'no content type';
}
