import type { BatchReply, Setback } from './batches.ts';
import type { Answered, Client, Knows } from './client.ts';
import type { GraphqlError } from './octokit.ts';
import { isLimited, isTooMuch, judge } from './verdict.ts';

/** One question that is asked of many things at once, each under an alias of its own (`r0`, `r1` …). */
export interface AliasedQuestion<Item> {
  /** The GraphQL types of each thing's variables; with the alias' number appended they are used in `select`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly valuesOf: (item: Item) => Readonly<Record<string, unknown>>;
  /** The field and its selection for the thing with this number: `repository(name: $name7) { … }`. */
  readonly select: (number: number) => string;
  readonly fragments: (knows: Knows) => string;
  /** What the thing is called in an error. */
  readonly nameOf: (item: Item) => string;
}

/** What GitHub answered for one thing: never “gone” unless it said so of this very thing. */
export type Told =
  | { readonly status: 'found'; readonly value: unknown }
  | { readonly status: 'gone' }
  | { readonly status: 'failed'; readonly error: Setback['error'] };

/** Asks for all items in one query, and uses a partial answer as far as it goes. */
export async function askAliased<Item>(
  { host, ask }: Client,
  question: AliasedQuestion<Item>,
  items: readonly Item[],
): Promise<BatchReply<Item, Told>> {
  const reply = await ask({
    text: (knows) => `${queryText(question, items.length)}\n${question.fragments(knows)}`,
    variables: Object.assign({}, ...items.map((item, number) => numbered(question.valuesOf(item), number))),
    size: items.length,
  });
  if ('error' in reply) return { results: new Map(), setback: reply };
  const results = new Map<Item, Told>();
  let setback: Setback | undefined;
  for (const [number, item] of items.entries()) {
    const told = readAlias(reply, `r${number}`, `${host}: ${question.nameOf(item)}`);
    if ('halve' in told) setback = told;
    else results.set(item, told);
  }
  return { results, setback };
}

function queryText<Item>({ variables, select }: AliasedQuestion<Item>, count: number): string {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const declared = numbers.flatMap((number) =>
    Object.entries(variables).map(([name, type]) => `$${name}${number}: ${type}`),
  );
  const selected = numbers.map((number) => `  r${number}: ${select(number)}`);
  return `query (${declared.join(', ')}) {\n${selected.join('\n')}\n}`;
}

function numbered(values: Readonly<Record<string, unknown>>, number: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}${number}`, value]));
}

function readAlias({ data, errors }: Answered, alias: string, subject: string): Told | Setback {
  const own = errors.filter(({ path }) => path?.[0] === alias);
  const value = data[alias] ?? null;
  // A value with an error somewhere inside is a value with a hole: not to be taken for all that there is.
  if (value !== null && own.length === 0) return { status: 'found', value };
  if (value === null && own.some(isNotFound)) return { status: 'gone' };
  const { error, halve } = judge(own.length > 0 ? own : errors.filter(isForAll), subject);
  return halve ? { error, halve } : { status: 'failed', error };
}

function isNotFound({ type, path }: GraphqlError): boolean {
  return type === 'NOT_FOUND' && path?.length === 1;
}

// Limits are met by the whole query, wherever the path of the error points.
function isForAll(error: GraphqlError): boolean {
  return error.path === undefined || isTooMuch(error) || isLimited([error]);
}
