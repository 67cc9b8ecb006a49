import type { Asked, Handler, Served } from './upstream.ts';

/** What a model was asked, as the endpoint reads it. */
export interface ModelAsked {
  readonly project: string;
  readonly version: string;
  readonly notes: string;
  /** The whole body of the call. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Asked['headers'];
}

/** What a scripted model says: an object is its answer, text is its content as it is, an answer of HTTP is sent whole. */
export type Script = (asked: ModelAsked, nth: number) => object | string | { readonly served: Served };

/** An endpoint that speaks as OpenAI's does; `nth` counts the calls from 1. */
export function openai(script: Script): Handler {
  let calls = 0;
  return ({ method, path, headers, body }) => {
    if (method !== 'POST' || path !== '/v1/chat/completions') return undefined;
    calls += 1;
    const said = script({ ...readBody(body), headers }, calls);
    if (typeof said === 'object' && 'served' in said) return said.served;
    return completion(typeof said === 'string' ? said : JSON.stringify(said));
  };
}

/** A chat completion with this content. */
export function completion(content: unknown, more: { finish?: string; usage?: object } = {}): Served {
  return json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, finish_reason: more.finish ?? 'stop', message: { role: 'assistant', content } }],
    ...(more.usage && { usage: more.usage }),
  });
}

/** An error as OpenAI words it. */
export function refusal(
  status: number,
  code: string,
  message = code,
  headers: Served['headers'] = {},
): Served {
  const served = json(status, { error: { message, type: 'invalid_request_error', param: null, code } });
  return { ...served, headers: { ...served.headers, ...headers } };
}

function json(status: number, value: unknown): Served & { headers: Readonly<Record<string, string>> } {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function readBody(text: string): Omit<ModelAsked, 'headers'> {
  const body = JSON.parse(text);
  const user = JSON.parse(body.messages[1].content);
  return { project: user.project, version: user.version, notes: user.notes, body };
}
