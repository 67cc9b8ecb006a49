import { Instant } from '../../core/instant.ts';
import { type Endpoint, readEndpoint } from '../../enrich/summaries/endpoint.ts';
import type { Limits } from '../../enrich/summaries/purse.ts';
import type { Environment } from '../../platform/environment.ts';
import { ConfigError } from '../../platform/errors.ts';
import { readLand } from '../fetch-options.ts';
import { readOnly } from '../read-package-name.ts';
import { type Price, readPrice } from './price.ts';

/** The options of `npm run summarize` as they were typed. */
export interface TypedOptions {
  readonly value: (
    name: 'provider' | 'model' | 'only' | 'since' | 'limit' | 'tokens' | 'answer' | 'price',
  ) => string | undefined;
  readonly flag: (name: 'commit' | 'push') => boolean;
}

/** What a run is to do. */
export interface SummarizeOptions {
  readonly endpoint: Endpoint;
  readonly only: string | undefined;
  /** Releases from then on; absent = 90 days before the newest thing in data/. */
  readonly since: Instant | undefined;
  readonly limits: Limits;
  readonly answerTokens: number;
  readonly price: Price | undefined;
  readonly land: ReturnType<typeof readLand>;
}

/**
 * What is asked for; undefined where nobody is to be asked.
 * @throws ConfigError for options or variables that cannot be
 */
export function readSummarizeOptions(
  { value, flag }: TypedOptions,
  { model }: Pick<Environment, 'model'>,
): SummarizeOptions | undefined {
  const provider = value('provider') ?? 'none';
  if (provider !== 'none' && provider !== 'openai') {
    throw new ConfigError(`summarize: “${provider}” is no provider`, {
      remedy: 'write none, or openai for any endpoint that speaks like OpenAI’s',
    });
  }
  if (provider === 'none') return undefined;
  const name = value('model') ?? model.name;
  return {
    endpoint: readEndpoint({ baseUrl: model.baseUrl, key: model.key, model: name }),
    only: readOnly('summarize', value('only')),
    since: readDay(value('since')),
    limits: {
      calls: readCount('limit', value('limit') ?? '50'),
      tokens: readCount('tokens', value('tokens') ?? '400000'),
    },
    answerTokens: readCount('answer', value('answer') ?? '2000'),
    price: readPrice(value('price') ?? model.price),
    land: readLand('summarize', { commit: flag('commit'), push: flag('push') }),
  };
}

function readCount(name: string, text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new ConfigError(`summarize: --${name} ${text} is no number of them`, {
    remedy: 'write digits alone: 1000',
  });
}

function readDay(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const { data } = Instant.safeParse(/T/.test(text) ? text : `${text}T00:00:00Z`);
  if (data !== undefined) return data;
  throw new ConfigError(`summarize: --since ${text} is no day`, { remedy: 'write it as 2026-11-20' });
}
