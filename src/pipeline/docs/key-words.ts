import { z } from 'zod';
import { code } from './markdown.ts';

/** What people are told of a key of a schema. */
export interface KeyWords {
  readonly key: string;
  readonly type: string;
  readonly description: string;
  /** What counts where it is absent. */
  readonly without: string;
  readonly example: unknown;
}

/** What a described key has in JSON Schema, as far as its words go. */
const Described = z
  .object({
    description: z.string(),
    examples: z.tuple([z.unknown()]),
    without: z.string().optional(),
    type: z.string(),
    format: z.string().optional(),
    enum: z.array(z.string()).optional(),
    const: z.string().optional(),
  })
  .transform(({ examples: [example], without, description, ...shape }) => ({
    description,
    example,
    without,
    type: typeWords(shape),
  }));

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  array: 'list',
  object: 'keys',
};

interface Shape {
  readonly type: string;
  readonly format?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly const?: string | undefined;
}

function typeWords({ type, format, enum: values, const: value }: Shape): string {
  if (value !== undefined) return code(value);
  if (values !== undefined) return values.map(code).join(', ');
  return format ?? TYPES[type] ?? type;
}

/**
 * Every key of a schema with what its `meta` says of it.
 * @throws ZodError for a key that says nothing, or has no example
 */
export function keyWords(schema: z.ZodObject): KeyWords[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([key, property]) => {
    const { without, ...words } = Described.parse(property);
    if (required.includes(key) === (without !== undefined)) {
      throw new TypeError(`${key} says what counts without it if it is optional, and else does not`);
    }
    return { key, ...words, without: without ?? 'an error' };
  });
}
