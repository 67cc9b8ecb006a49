import { z } from 'zod';
import { serialize } from './canonical-json.ts';

/** A file's value if it is what Tidings would write, byte for byte; else what is wrong with it. */
export type Checked<Shape> = { readonly value: Shape } | { readonly problem: string };

/** Reads a file's text by its schema, and compares it with what the value would be written as. */
export function checkShape<Shape>(schema: z.ZodType<Shape>, text: string): Checked<Shape> {
  const json = readJson(text);
  if (json === undefined) return { problem: 'is no JSON' };
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return { problem: `is not valid: ${firstIssue(parsed.error)}` };
  if (serialize(parsed.data) !== text) return { problem: 'is not written as Tidings writes it' };
  return { value: parsed.data };
}

/** JSON out of text, in a box since `null` is JSON; undefined if it is none. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first thing that a schema found wrong, with its place: `releases.0.version: …`. */
export function firstIssue({ issues }: z.ZodError): string {
  const [first = ''] = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`,
  );
  return first;
}
