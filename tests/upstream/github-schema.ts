import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
  visit,
} from 'graphql';

/** What GitHub makes of the text of a query: a document, or its complaints. */
export type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly object[] };

export interface Schema {
  readonly schema: GraphQLSchema;
  readonly prepare: (query: string) => Prepared;
}

const SDL = new URL('github-schema.graphql', import.meta.resolve('github-schema/package.json'));

let definitions: DocumentNode | undefined;
const schemas = new Map<string, Schema>();

/** GitHub's public schema, without fields of these names: a stand-in for an older Enterprise Server. */
export function githubSchema(lacking: readonly string[] = []): Schema {
  const key = lacking.join(' ');
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const made = makeSchema(lacking);
  schemas.set(key, made);
  return made;
}

function makeSchema(lacking: readonly string[]): Schema {
  // Two thirds of the text are descriptions, which nobody reads here.
  definitions ??= parse(readFileSync(SDL, 'utf8').replace(/"""[\s\S]*?"""/g, ''), { noLocation: true });
  const known = lacking.length === 0 ? definitions : withoutFields(definitions, lacking);
  const schema = buildASTSchema(known, { assumeValid: true, assumeValidSDL: true });
  const prepared = new Map<string, Prepared>();
  return {
    schema,
    prepare(query) {
      const known = prepared.get(query);
      if (known !== undefined) return known;
      const result = prepare(schema, query);
      prepared.set(query, result);
      return result;
    },
  };
}

function withoutFields(document: DocumentNode, names: readonly string[]): DocumentNode {
  return visit(document, {
    [Kind.FIELD_DEFINITION]: (field) => (names.includes(field.name.value) ? null : undefined),
  });
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  const document = parse(query);
  const errors = validate(schema, document);
  return errors.length === 0 ? { document } : { errors: errors.map(inGithubsWords) };
}

function inGithubsWords(error: GraphQLError): object {
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field === undefined) return { message: error.message, locations: error.locations };
  return {
    path: [`fragment on ${type}`, field],
    extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    locations: error.locations,
    message: `Field '${field}' doesn't exist on type '${type}'`,
  };
}
