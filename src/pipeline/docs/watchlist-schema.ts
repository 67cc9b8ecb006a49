import { z } from 'zod';
import { Watchlist } from '../../core/watchlist.ts';

// Where editors know it from; nothing is ever fetched from it.
const ID = 'urn:tidings:schema:watchlist';

/** public/schemas/watchlist.json: the JSON Schema of a watchlist, for editors. */
export function watchlistSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(Watchlist, {
    io: 'input',
    override: ({ jsonSchema }) => tellWithout(jsonSchema),
  });
  return `${JSON.stringify({ $schema, $id: ID, title: 'A Tidings watchlist', ...schema }, undefined, 2)}\n`;
}

// `without` is a word of ours: editors show the description alone.
function tellWithout(schema: z.core.JSONSchema.BaseSchema): void {
  const { without, description } = schema;
  if (typeof without !== 'string') return;
  delete schema['without'];
  schema.description = `${description}; without it: ${without}`;
}
