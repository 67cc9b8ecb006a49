import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';

const Part = z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]);
const Content = z.union([z.string(), z.array(Part.catch('')).transform((parts) => parts.join(''))]).nullish();

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: Content, refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish().catch(undefined),
});

/** What one call gave. */
export interface Completed {
  readonly content: string;
  /** As the endpoint counts them; it may be wrong, or silent. */
  readonly tokens: number | undefined;
}

/** An answer to this question that is of no use: the endpoint itself does its work. */
export class UselessAnswer extends FormatError {}

/**
 * The text in a reply of a chat completion.
 * @throws UselessAnswer for one that was cut off or refused, FormatError for anything else
 */
export function readCompletion(json: unknown): Completed {
  const { data } = Completion.safeParse(json);
  const [choice] = data?.choices ?? [];
  if (choice === undefined) throw new FormatError('the endpoint answered with no completion', REMEDY);
  const { finish_reason: reason, message } = choice;
  if (reason === 'length') {
    throw new UselessAnswer('the answer was cut off', { remedy: 'let answers be longer, with --answer' });
  }
  const content = message.content ?? '';
  if (reason === 'content_filter' || content.trim() === '') {
    throw new UselessAnswer(reason === 'content_filter' ? 'the answer was withheld' : 'the answer is empty');
  }
  return { content, tokens: data?.usage?.total_tokens };
}

const REMEDY = { remedy: 'see that OPENAI_BASE_URL is an OpenAI-compatible address, mostly ending in /v1' };
