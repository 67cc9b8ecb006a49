import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { type JsonSchema, schemasAt } from './json-schemas.ts';

const DESCRIPTION = `Every release of the software that is followed here, as files: no key, no limits, no server. Addresses in a
document are relative to its \`site\`. What is absent is false, empty or unknown. Within v1 fields are added, never changed or removed.`;

/** The OpenAPI document of the API of the site at this address. https://spec.openapis.org/oas/v3.1.0 */
export function openapi(site: string): JsonSchema {
  const paths = Object.entries(ENDPOINTS).map(([id, endpoint]) => [
    `/${endpoint.path}`,
    { get: operation(id, endpoint) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tidings',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: site.replace(/\/$/, '') }],
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(components()) },
  };
}

function operation(id: string, { summary, parameters, gives }: Endpoint): JsonSchema {
  const given = Object.entries(parameters).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
  const isOne = given.length === 0;
  return {
    operationId: id,
    summary,
    ...(!isOne && { parameters: given }),
    responses: {
      200: { description: 'The document', content: contentOf(gives) },
      ...(!isOne && { 404: { description: 'There is none' } }),
    },
  };
}

const TEXT = { 'text/plain': { schema: { type: 'string' } } };
const UNSHAPED: Readonly<Record<string, JsonSchema>> = {
  text: TEXT,
  metrics: TEXT,
  json: { 'application/json': { schema: { type: 'object' } } },
};

function contentOf(gives: Endpoint['gives']): JsonSchema {
  return UNSHAPED[gives] ?? { 'application/json': { schema: { $ref: referenceTo(gives) } } };
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`;
}

// Within one document they need neither a name nor a dialect of their own.
function components(): [string, JsonSchema][] {
  return [...schemasAt(referenceTo)].map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]);
}
