import { HostError } from '../../platform/errors.ts';
import type { Setback } from './batches.ts';
import type { GraphqlError } from './octokit.ts';

// Both names have been seen: https://github.com/octokit/plugin-throttling.js/issues/824
const LIMITS = new Set(['RATE_LIMITED', 'RATE_LIMIT']);
// Too much was asked for at once, or the moment was bad: less may do.
const TOO_MUCH = new Set([
  'RESOURCE_LIMITS_EXCEEDED',
  'MAX_NODE_LIMIT_EXCEEDED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
]);
const TOO_MUCH_MESSAGE = /something went wrong|time(?:d )?-?out|respond in time/i;

/** What to do when a limit was met. */
export const LIMIT_REMEDY =
  'run again in an hour; a personal token in GITHUB_TOKEN has a higher limit than the one of Actions';

/** Whether the points of this hour are used up, or a secondary limit was met. */
export function isLimited(errors: readonly GraphqlError[]): boolean {
  return errors.some(({ type }) => type !== undefined && LIMITS.has(type));
}

/** GitHub says it with status 200; 429 is what it means. */
export function limitError(subject: string): HostError {
  return new HostError(`${subject}: the token’s limit of queries is reached`, {
    status: 429,
    remedy:
      'run again in an hour; a personal token in GITHUB_TOKEN has a higher limit than the one of Actions',
  });
}

/** Whether a smaller question may fare better. */
export function isTooMuch({ type, message }: GraphqlError): boolean {
  return (type !== undefined && TOO_MUCH.has(type)) || TOO_MUCH_MESSAGE.test(message);
}

/**
 * What the errors about one thing mean for it.
 * @param subject host or repository, for the message; the host's own messages are strangers' text and are not repeated
 */
export function judge(errors: readonly GraphqlError[], subject: string): Setback {
  if (isLimited(errors)) return { error: limitError(subject), halve: false };
  const halve = errors.some(isTooMuch);
  const types = new Set(errors.map(({ type = '' }) => type).filter((type) => /^[A-Z_]{1,64}$/.test(type)));
  const why = types.size === 0 ? 'without saying why' : `(${[...types].join(', ')})`;
  const message = `${subject}: GitHub left it out ${why}`;
  if (!types.has('FORBIDDEN')) return { error: new HostError(message), halve };
  const remedy =
    'check that the token in GITHUB_TOKEN may read it; an organisation may ask for single sign-on';
  return { error: new HostError(message, { status: 403, remedy }), halve };
}
