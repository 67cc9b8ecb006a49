import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';

const Item = z.strictObject({ text: z.string(), quote: z.string() });

/** What a model is to answer, as a JSON Schema in the form that strict servers want. */
export const REPLY_SCHEMA = z.toJSONSchema(
  z.strictObject({
    headline: Item.nullable(),
    breaking: z.array(Item),
    security: z.array(Item),
    features: z.array(Item),
    fixes: z.array(Item),
    action: Item.nullable(),
  }),
);

/** What it did answer, as far as it has a form. Nothing in it is believed yet. */
export interface Reply {
  readonly headline?: z.infer<typeof Item> | undefined;
  readonly breaking: readonly z.infer<typeof Item>[];
  readonly security: readonly z.infer<typeof Item>[];
  readonly features: readonly z.infer<typeof Item>[];
  readonly fixes: readonly z.infer<typeof Item>[];
  readonly action?: z.infer<typeof Item> | undefined;
  /** Items that have no form. */
  readonly malformed: number;
}

const LooseItem = z.object({ text: z.string().min(1), quote: z.string().catch('') });
const LooseList = z.array(z.unknown()).nullish().catch(undefined);
const Loose = z.object({
  headline: z.unknown().optional(),
  breaking: LooseList,
  security: LooseList,
  features: LooseList,
  fixes: LooseList,
  action: z.unknown().optional(),
});
const KEYS = ['headline', 'breaking', 'security', 'features', 'fixes', 'action'] as const;

/**
 * The reply in what a model wrote: behind its reasoning, inside a code fence, among prose.
 * @throws FormatError if there is none
 */
export function readReply(content: string): Reply {
  const json = parse(withoutReasoning(content));
  const { data } = Loose.safeParse(json);
  if (data === undefined || !KEYS.some((key) => typeof json === 'object' && json !== null && key in json)) {
    throw new FormatError('the model answered with something else than was asked for');
  }
  let malformed = 0;
  const read = (item: unknown) => {
    const parsed = LooseItem.safeParse(item);
    if (!parsed.success) malformed += 1;
    return parsed.data;
  };
  const one = (item: unknown) => (item === null || item === undefined ? undefined : read(item));
  const list = (items: readonly unknown[] | null | undefined) =>
    (items ?? []).map(read).filter((item) => item !== undefined);
  const { breaking, security, features, fixes } = data;
  const lists = {
    breaking: list(breaking),
    security: list(security),
    features: list(features),
    fixes: list(fixes),
  };
  return { headline: one(data.headline), ...lists, action: one(data.action), malformed };
}

// Some servers send the end of the reasoning without its beginning.
function withoutReasoning(content: string): string {
  const end = /<\/(?:think|thinking|thought|reasoning)>/gi;
  return content.split(end).at(-1) ?? '';
}

function parse(text: string): unknown {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch (cause) {
    throw new FormatError('the model answered with no JSON', { cause });
  }
}
