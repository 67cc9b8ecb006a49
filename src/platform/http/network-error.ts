import { FormatError, HostError } from '../errors.ts';

interface Meaning {
  readonly says: string;
  readonly retry: boolean;
  /** Nothing of the host could be reached: the next request will fare no better. */
  readonly unreachable: boolean;
}

const UNREACHABLE = { retry: true, unreachable: true };
const BROKEN_OFF = { retry: true, unreachable: false };

// https://nodejs.org/api/errors.html#common-system-errors and https://undici.nodejs.org/#/docs/api/Errors
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/^ENOTFOUND$/, { says: 'its name does not resolve', retry: false, unreachable: true }],
  [/^EAI_/, { says: 'its name could not be looked up', ...UNREACHABLE }],
  [/^ECONNREFUSED$/, { says: 'it refused the connection', ...UNREACHABLE }],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, { says: 'there is no way to it', ...UNREACHABLE }],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, { says: 'connecting took too long', ...UNREACHABLE }],
  [
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/,
    { says: 'it broke the connection off', ...UNREACHABLE },
  ],
  [/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/, { says: 'it fell silent', ...BROKEN_OFF }],
  [
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO)/,
    { says: 'its TLS is not to be trusted', retry: false, unreachable: true },
  ],
  [/^(?:HPE_|UND_ERR_)/, { says: 'it broke the HTTP protocol', retry: false, unreachable: false }],
];

/** Whether the same request may well succeed in a moment. */
export function isPassingFault(error: unknown): boolean {
  return isBadCompression(error) || (meaningOf(error)?.retry ?? false);
}

/** Whether this shows that the host cannot be reached at all. */
export function isUnreachable(error: unknown): boolean {
  return meaningOf(error)?.unreachable ?? false;
}

/** What the network threw, as an error of ours; an error that is none of the network's is returned as it is. */
export function explain(error: unknown, subject: string): unknown {
  if (isBadCompression(error)) return new FormatError(`${subject}: broken compression`, { cause: error });
  const meaning = meaningOf(error);
  return meaning === undefined ? error : new HostError(`${subject}: ${meaning.says}`, { cause: error });
}

function meaningOf(error: unknown): Meaning | undefined {
  const code = codeOf(error);
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
}

function isBadCompression(error: unknown): boolean {
  return /^(?:Z_|ERR_BROTLI_|ERR__ERROR_)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
