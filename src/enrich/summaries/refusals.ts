import { FormatError, HostError } from '../../platform/errors.ts';

/** What a call that failed means for the calls to come. */
export type Refused =
  | { readonly kind: 'too long' }
  /** It names something of the request that the endpoint does not know. */
  | { readonly kind: 'unknown'; readonly says: string; readonly error: HostError }
  /** Worth another try. */
  | { readonly kind: 'passing'; readonly error: HostError }
  /** `ends` all asking: the next call would fare no better. */
  | { readonly kind: 'failed'; readonly error: HostError | FormatError; readonly ends: boolean };

/** What the openai package throws for an answer of the endpoint that is an error. */
interface EndpointError {
  readonly status: number;
  readonly code?: string | null | undefined;
  readonly type?: string | undefined;
  readonly message: string;
}

const TOO_LONG =
  /context[ _-]?(?:length|window|size|limit)|maximum context|too many (?:input )?tokens|prompt is too long|input (?:is )?too (?:long|large)|exceeds? (?:the )?(?:available |maximum |model'?s )?(?:context|token|input)|reduce the length/i;

const REMEDIES = new Map([
  [401, 'see that OPENAI_API_KEY is right, and is one for this endpoint'],
  [403, 'see what this key may do'],
  [404, 'see that the endpoint has this model, and that OPENAI_BASE_URL ends as its provider says'],
]);

/** Makes out what an error means; one that is no answer of the endpoint comes from the guarded client. */
export function readRefusal(error: unknown, host: string): Refused {
  if (!isEndpointError(error)) return { kind: 'failed', ...readFailure(error, host) };
  const { status, code, type, message } = error;
  const says = [code, type, message].join(' ').slice(0, 2000);
  if (code === 'insufficient_quota' || /insufficient_quota|exceeded your current quota/i.test(says)) {
    const remedy = 'see the balance of your account there';
    return {
      kind: 'failed',
      ends: true,
      error: new HostError(`${host}: the quota is used up`, { status, remedy }),
    };
  }
  const told = new HostError(`${host} answered with status ${status}`, {
    status,
    remedy: REMEDIES.get(status) ?? 'see what the endpoint reports; the next run asks again',
  });
  if (status === 413 || (status < 500 && TOO_LONG.test(says))) return { kind: 'too long' };
  if (status === 400 || status === 422) return { kind: 'unknown', says, error: told };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'passing', error: told };
  return { kind: 'failed', error: told, ends: true };
}

function isEndpointError(error: unknown): error is EndpointError {
  return (
    error instanceof Error && 'status' in error && typeof error.status === 'number' && 'headers' in error
  );
}

function readFailure(error: unknown, host: string): { error: HostError | FormatError; ends: boolean } {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // A host that asks to be left alone, or cannot be reached at all, is asked no more.
    if (cause instanceof HostError) return { error: cause, ends: cause.retryAt !== undefined };
    if (cause instanceof FormatError) return { error: cause, ends: false };
  }
  const name = error instanceof Error ? error.name : 'Error';
  const isBroken = error instanceof SyntaxError;
  if (!isBroken && !(error instanceof Error)) throw error;
  const message = isBroken ? 'the reply is broken JSON' : `the call failed (${name})`;
  return { error: new FormatError(`${host}: ${message}`, { cause: error }), ends: false };
}
