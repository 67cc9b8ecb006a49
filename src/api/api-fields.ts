import { z } from 'zod';
import { schemasAt } from './json-schemas.ts';
import type { ShapeId } from './shapes.ts';

/** One field of a document. */
export interface ApiField {
  /** `standing.latest.version`, `releases[]` */
  readonly name: string;
  readonly type: string;
  readonly isAlways: boolean;
  readonly says: string;
}

/** What this page needs of a JSON Schema. */
interface Node {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly description?: string | undefined;
  readonly $ref?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly items?: Node | undefined;
}

const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    $ref: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), Node).optional(),
    items: Node.optional(),
  }),
);

/** The fields of a shape, those of its parts after each; what every document has is left out. */
export function apiFields(shape: ShapeId): ApiField[] {
  const schema = Node.parse(schemasAt((name) => name).get(shape));
  return fieldsIn(schema, '').filter(({ name }) => name !== '$schema' && name !== 'site');
}

function fieldsIn({ properties = {}, required = [] }: Node, prefix: string): ApiField[] {
  return Object.entries(properties).flatMap(([key, node]) => {
    const name = `${prefix}${key}${node.type === 'array' ? '[]' : ''}`;
    const { description: says = '' } = node;
    const field = { name, type: typeOf(node), isAlways: required.includes(key), says };
    return [field, ...fieldsIn(node.items ?? node, `${name}.`)];
  });
}

function typeOf(node: Node): string {
  if (node.type === 'array') return `list of ${typeOf(node.items ?? {})}`;
  if (node.$ref !== undefined) return node.$ref;
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.join(', ');
  return node.format ?? node.type ?? 'any';
}
