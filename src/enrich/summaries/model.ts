import { FormatError, type HostError } from '../../platform/errors.ts';
import { createFetch } from '../../platform/http/guarded-fetch.ts';
import type { Http } from '../../platform/http/http.ts';
import { type Completed, readCompletion, UselessAnswer } from './completion.ts';
import { adaptDialect, callBody, type Dialect, FIRST_DIALECT, simplerForm } from './dialect.ts';
import type { Endpoint } from './endpoint.ts';
import { type PromptInput, userText } from './prompt.ts';
import type { Purse } from './purse.ts';
import { readRefusal } from './refusals.ts';
import { type Reply, readReply } from './reply.ts';
import { mostTokens } from './tokens.ts';

/** What asking once came to. */
export type Answer =
  | { readonly status: 'said'; readonly reply: Reply }
  | { readonly status: 'too long' }
  /** What is left of the budget would not have covered it. */
  | { readonly status: 'unaffordable' }
  /** `ends`: no other question would fare better. `isAnswered`: the endpoint did its work, and what it said is of no use. */
  | {
      readonly status: 'failed';
      readonly error: HostError | FormatError;
      readonly ends: boolean;
      readonly isAnswered: boolean;
    };

/** A model that can be asked, one question at a time. */
export interface Model {
  readonly ask: (input: PromptInput, purse: Purse) => Promise<Answer>;
  /** Tokens as the endpoint has counted them so far, where it does. */
  readonly counted: () => number;
}

export interface ModelOptions {
  readonly http: Http;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** The most tokens that an answer may have. */
  readonly answerTokens: number;
}

/** What a call came to that is no answer yet. */
type Turn = Answer | { readonly status: 'again' } | { readonly status: 'later'; readonly error: HostError };

const AGAIN: Turn = { status: 'again' };
const TRIES = 3;
const MOST_BYTES = 1024 * 1024;

function failed(error: HostError | FormatError, isAnswered = false) {
  return { status: 'failed' as const, error, ends: false, isAnswered };
}

/** Loads the client, which is large, and makes it go through the guard. It retries nothing by itself: each try may cost. */
export async function openModel(endpoint: Endpoint, options: ModelOptions): Promise<Model> {
  const { OpenAI } = await import('openai');
  const { http, sleep, answerTokens } = options;
  const client = new OpenAI({
    apiKey: endpoint.key ?? 'none',
    baseURL: endpoint.baseUrl,
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: endpoint.key === undefined ? { authorization: null } : {},
    fetch: createFetch((url, request) => http.request(url, { ...request, once: true, maxBytes: MOST_BYTES })),
  });
  let dialect: Dialect = FIRST_DIALECT;
  let counted = 0;

  async function call(user: string, purse: Purse): Promise<Turn> {
    const body = callBody(dialect, endpoint.model, user, answerTokens);
    const cost = mostTokens(body, answerTokens);
    if (!purse.pay(cost)) return { status: 'unaffordable' };
    let completed: Completed;
    try {
      completed = readCompletion(await client.chat.completions.create(body));
    } catch (error) {
      if (error instanceof FormatError) return failed(error, error instanceof UselessAnswer);
      return refused(error, cost, purse);
    }
    counted += completed.tokens ?? 0;
    return read(completed.content);
  }

  function refused(cause: unknown, cost: number, purse: Purse): Turn {
    const refusal = readRefusal(cause, endpoint.host);
    if (refusal.kind === 'too long') {
      purse.takeBack(cost);
      return { status: 'too long' };
    }
    if (refusal.kind === 'passing') {
      if (refusal.error.status === 429) purse.takeBack(cost);
      return { status: 'later', error: refusal.error };
    }
    if (refusal.kind === 'failed') return { ...failed(refusal.error), ends: refusal.ends };
    purse.takeBack(cost);
    const adapted = adaptDialect(dialect, refusal.says);
    if (adapted === undefined) return failed(refusal.error);
    dialect = adapted;
    return AGAIN;
  }

  // A server that takes a form and does not keep to it may keep to a simpler one.
  function read(content: string): Turn {
    try {
      return { status: 'said', reply: readReply(content) };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      const simpler = simplerForm(dialect);
      if (simpler === undefined) return failed(error, true);
      dialect = simpler;
      return AGAIN;
    }
  }

  async function ask(input: PromptInput, purse: Purse): Promise<Answer> {
    const user = userText(input);
    for (let attempt = 1; ; ) {
      const turn = await call(user, purse);
      if (turn.status === 'again') continue;
      if (turn.status !== 'later') return turn;
      if (attempt >= TRIES) return failed(turn.error);
      await sleep(1000 * 4 ** (attempt - 1));
      attempt += 1;
    }
  }

  return { ask, counted: () => counted };
}
