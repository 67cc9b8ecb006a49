import type { Reply } from './reply.ts';

/** The replies about the parts of one text as one, in the order of the parts: of headline and action the first counts. */
export function mergeReplies(replies: readonly Reply[]): Reply {
  const all = (list: 'breaking' | 'security' | 'features' | 'fixes') =>
    replies.flatMap((reply) => reply[list]);
  return {
    headline: replies.map(({ headline }) => headline).find((one) => one !== undefined),
    breaking: all('breaking'),
    security: all('security'),
    features: all('features'),
    fixes: all('fixes'),
    action: replies.map(({ action }) => action).find((one) => one !== undefined),
    malformed: replies.reduce((sum, { malformed }) => sum + malformed, 0),
  };
}
