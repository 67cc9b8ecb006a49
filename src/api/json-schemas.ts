import { z } from 'zod';
import { pathOf } from './endpoints.ts';
import { isShapeId, SHAPES, type ShapeId } from './shapes.ts';

/** A JSON Schema as it is written. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of every shape, for a site at this address. */
export function jsonSchemas(site: string): ReadonlyMap<string, JsonSchema> {
  return schemasAt((name) => site + pathOf('schema', { name }));
}

/** The JSON Schema of every shape, where `addressOf` says at which address one stands. */
export function schemasAt(addressOf: (name: string) => string): ReadonlyMap<string, JsonSchema> {
  const registry = z.registry<{ id: ShapeId }>();
  for (const [id, shape] of entriesOf(SHAPES)) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: addressOf,
    // Fields may be added within v1, and a reader lets them pass.
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) delete jsonSchema.additionalProperties;
    },
  });
  return new Map(Object.entries(schemas));
}

function entriesOf(shapes: typeof SHAPES): [ShapeId, z.ZodType][] {
  return Object.entries(shapes).flatMap(([id, shape]) => (isShapeId(id) ? [[id, shape]] : []));
}
