import { JSON_ONLY, SYSTEM_TEXT } from './prompt.ts';
import { REPLY_SCHEMA } from './reply.ts';

/** How an endpoint wants to be asked, as far as it is known. */
export interface Dialect {
  readonly form: 'schema' | 'json' | 'plain';
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  readonly hasTemperature: boolean;
}

export const FIRST_DIALECT: Dialect = { form: 'schema', limit: 'max_tokens', hasTemperature: true };

const FORMS = {
  schema: {
    type: 'json_schema' as const,
    json_schema: { name: 'summary', strict: true, schema: REPLY_SCHEMA },
  },
  json: { type: 'json_object' as const },
  plain: undefined,
};

/** The body of a call. No tools, no streaming. */
export function callBody(dialect: Dialect, model: string, user: string, mostTokens: number) {
  const format = FORMS[dialect.form];
  const system = dialect.form === 'schema' ? SYSTEM_TEXT : `${SYSTEM_TEXT}\n\n${JSON_ONLY}`;
  return {
    model,
    messages: [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ],
    [dialect.limit]: mostTokens,
    ...(dialect.hasTemperature && { temperature: 0 }),
    ...(format && { response_format: format }),
    stream: false as const,
  };
}

/** A simpler form for an endpoint that does not keep to the one it was asked for; undefined where there is none. */
export function simplerForm(dialect: Dialect): Dialect | undefined {
  if (dialect.form === 'plain') return undefined;
  return { ...dialect, form: dialect.form === 'schema' ? 'json' : 'plain' };
}

/** How to ask once more after a refusal that names what it does not know; undefined if it names nothing of ours. */
export function adaptDialect(dialect: Dialect, refusal: string): Dialect | undefined {
  if (dialect.hasTemperature && /temperature/i.test(refusal)) return { ...dialect, hasTemperature: false };
  if (/response_?format|json_?schema|json_?object|structured|grammar|\bschema\b/i.test(refusal)) {
    return simplerForm(dialect);
  }
  if (dialect.limit === 'max_tokens' && /max_(?:completion_)?tokens/i.test(refusal)) {
    return { ...dialect, limit: 'max_completion_tokens' };
  }
  return undefined;
}
