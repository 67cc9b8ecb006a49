import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { isShapeId, SHAPES } from '../../src/api/shapes.ts';
import { assertGolden } from '../golden.ts';
import { aSite } from '../outputs/build-site.ts';
import { aFullSite, filesOf, SITE_URL } from './an-api.ts';

const files = filesOf(aFullSite());

/** The endpoints that a path belongs to. */
function endpointsOf(path: string): string[] {
  return Object.entries(ENDPOINTS).flatMap(([id, endpoint]) => {
    const pattern = endpoint.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(path) ? [id] : [];
  });
}

function shapeOf(document: { $schema?: string }): string {
  return /\/api\/schemas\/v1\/([a-z-]+)\.json$/.exec(document.$schema ?? '')?.[1] ?? '';
}

function jsonFiles(from: ReadonlyMap<string, string>): [path: string, document: { $schema?: string }][] {
  return [...from]
    .filter(([path]) => path.startsWith('api/v1/') && path.endsWith('.json'))
    .map(([path, text]) => [path, JSON.parse(text)]);
}

// The shapes are checked by zod; these are the same promises as others can check them.
function validator(): Ajv2020 {
  const ajv = new Ajv2020({
    formats: { uri: (text) => URL.canParse(text), 'date-time': /^\d{4}-\d\d-\d\dT[\d:]+Z$/ },
  });
  for (const [path, text] of files) if (path.startsWith('api/schemas/')) ajv.addSchema(JSON.parse(text));
  return ajv;
}

describe('documents', () => {
  test('belong to one endpoint each, and every endpoint has one', () => {
    const found = [...files.keys()].map((path) => [path, endpointsOf(path)] as const);
    assert.deepEqual(
      found.filter(([, ids]) => ids.length !== 1),
      [],
    );
    assert.deepEqual([...new Set(found.flatMap(([, ids]) => ids))].sort(), Object.keys(ENDPOINTS).sort());
  });

  for (const [path, document] of jsonFiles(files)) {
    test(`${path} is what its shape and its JSON Schema say`, () => {
      const name = shapeOf(document);
      assert.ok(isShapeId(name), `no shape ${name}`);
      const [endpoint] = Object.entries(ENDPOINTS).filter(([id]) => endpointsOf(path).includes(id));
      assert.equal(endpoint?.[1].gives, name);
      assert.deepEqual(SHAPES[name].parse(document), document);
      const ajv = validator();
      assert.ok(ajv.validate(document.$schema ?? '', document), JSON.stringify(ajv.errors));
    });
  }

  test('have schemas that let fields of later years pass, and refuse what is missing', () => {
    const ajv = validator();
    const [, document = {}] = jsonFiles(files).find(([path]) => path.endsWith('/index.json')) ?? [];
    const schema = document.$schema ?? '';
    assert.ok(ajv.validate(schema, { ...document, later: 1 }));
    assert.equal(ajv.validate(schema, { ...document, asOf: undefined }), false);
  });

  test('of a site that follows nothing are there too', () => {
    const none = filesOf(aSite([]));
    for (const [, document] of jsonFiles(none)) {
      const name = shapeOf(document);
      assert.ok(isShapeId(name));
      SHAPES[name].parse(document);
    }
    assert.deepEqual(
      [...none.keys()].filter((path) => path.startsWith('api/v1/')),
      ['index', 'projects', 'latest', 'advisories'].map((name) => `api/v1/${name}.json`),
    );
  });

  test('lead to documents that are there', () => {
    const missing: string[] = [];
    for (const [path, text] of files) {
      for (const [, address = ''] of text.matchAll(
        /"((?:api|https:\/\/team\.example\/tidings\/api)\/[^"{}]*)"/g,
      )) {
        const target = address.replace(SITE_URL, '');
        if (!files.has(target)) missing.push(`${path} → ${target}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  test('never hold null, and end with a line', () => {
    for (const [path, text] of files) {
      assert.ok(text.endsWith('\n') && text.isWellFormed(), path);
      if (path.startsWith('api/v1/')) assert.doesNotMatch(text, /:null\b/);
    }
  });
});

const GOLDENS = [
  'api/v1/index.json',
  'api/v1/projects.json',
  'api/v1/projects/tool.json',
  'api/v1/projects/odd.json',
  'api/v1/projects/empty.json',
  'api/v1/releases/2026-09.json',
  'api/v1/changes/2026-11.json',
  'api/v1/latest.json',
  'api/v1/latest/tool.txt',
  'api/v1/advisories.json',
  'api/schemas/v1/project.json',
  'api/schemas/v1/release.json',
  'api/openapi.json',
  'metrics.txt',
];

describe('goldens', () => {
  for (const path of GOLDENS) {
    test(path, () => {
      const text = files.get(path) ?? assert.fail(`there is no ${path}`);
      const shown = path.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), undefined, 2)}\n` : text;
      assertGolden(`api/${path.replace(/^api\//, '').replaceAll('/', '_')}`, shown);
    });
  }
});
