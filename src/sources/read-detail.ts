import type { z } from 'zod';
import type { Http } from '../platform/http/http.ts';
import type { HttpRequest } from '../platform/http/http-request.ts';
import { failureOf } from './failure-of.ts';

/** A secondary document. `none`: upstream has no such thing. What a failure means is told in failure-of.ts. */
export type Detail<Value> =
  | { readonly status: 'read'; readonly value: Value }
  | { readonly status: 'none' | 'lasting' | 'passing' };

const NONE = [400, 404, 405, 410, 451, 501];

/** Reads a JSON document that adds to a listing, and without which there still is one. Its failure is told, not thrown. */
export async function readDetail<Value>(
  http: Http,
  url: string,
  request: HttpRequest,
  schema: z.ZodType<Value>,
): Promise<Detail<Value>> {
  try {
    const { status, json } = await http.readJson(url, { ...request, statuses: NONE });
    if (NONE.includes(status)) return { status: 'none' };
    const { data, success } = schema.safeParse(json);
    return success ? { status: 'read', value: data } : { status: 'lasting' };
  } catch (error) {
    return { status: failureOf(error) };
  }
}
