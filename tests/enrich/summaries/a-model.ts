import type { TestContext } from 'node:test';
import { type Model, openModel } from '../../../src/enrich/summaries/model.ts';
import { createPurse, type Purse } from '../../../src/enrich/summaries/purse.ts';
import { openHttp } from '../../platform/http/local-server.ts';
import { openai, type Script } from '../../upstream/openai.ts';
import { type Options, startUpstream, type Upstream } from '../../upstream/upstream.ts';

export const ANSWER_TOKENS = 500;

export interface ModelScene {
  readonly model: Model;
  readonly purse: Purse;
  readonly upstream: Upstream;
  /** The bodies of the calls so far. */
  readonly bodies: () => readonly Readonly<Record<string, unknown>>[];
  /** Milliseconds that were waited, by us and by the client. */
  readonly waits: readonly number[];
}

interface SceneOptions extends Options {
  readonly key?: string | undefined;
  readonly tokens?: number;
  readonly calls?: number;
  readonly deadlineMs?: number;
}

/** A model behind a scripted endpoint, asked through the guard; nobody really waits. */
export async function aModel(
  t: TestContext,
  script: Script,
  options: SceneOptions = {},
): Promise<ModelScene> {
  const upstream = await startUpstream([openai(script)], options);
  t.after(upstream.close);
  const { deadlineMs } = options;
  const { http, waits } = openHttp(
    [upstream.host],
    deadlineMs === undefined ? {} : { limits: { deadlineMs, gapMs: deadlineMs } },
  );
  const key = 'key' in options ? options.key : 'sk-test';
  const endpoint = { baseUrl: `${upstream.origin}/v1`, host: upstream.host, key, model: 'scripted' };
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  const model = await openModel(endpoint, { http, sleep, answerTokens: ANSWER_TOKENS });
  const purse = createPurse({ calls: options.calls ?? 100, tokens: options.tokens ?? 10_000_000 });
  return { model, purse, upstream, bodies: () => upstream.asked.map(({ body }) => JSON.parse(body)), waits };
}

export const INPUT = { project: 'Tool', version: '1.0.0', notes: '- Fixed a crash in the parser' };
export const SAID = {
  headline: null,
  breaking: [],
  security: [],
  features: [],
  fixes: [{ text: 'a', quote: 'b' }],
  action: null,
};
