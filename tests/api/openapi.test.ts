import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { openapi } from '../../src/api/openapi.ts';
import { SHAPES } from '../../src/api/shapes.ts';
import { SITE_URL } from './an-api.ts';

const document = JSON.parse(JSON.stringify(openapi(SITE_URL)));

describe('the OpenAPI document', () => {
  test('is valid 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
  });

  test('would not be without its paths', async () => {
    const { info, openapi: version } = document;
    assert.equal((await new Validator().validate({ openapi: version, info })).valid, false);
  });

  test('has every endpoint with its parameters, and every shape', () => {
    assert.deepEqual(
      Object.keys(document.paths),
      Object.values(ENDPOINTS).map(({ path }) => `/${path}`),
    );
    for (const [path, { get }] of Object.entries<{ get: { parameters?: { name: string }[] } }>(
      document.paths,
    )) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(
        (get.parameters ?? []).map(({ name }) => name),
        named,
        path,
      );
    }
    assert.deepEqual(Object.keys(document.components.schemas).sort(), Object.keys(SHAPES).sort());
  });

  test('refers only to what it holds', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    assert.equal(references.length, text.split('"$ref"').length - 1);
    assert.ok(references.includes('release'));
    for (const name of references) assert.ok(name in SHAPES, name);
  });

  test('names the site without a slash that would double', () => {
    assert.deepEqual(document.servers, [{ url: 'https://team.example/tidings' }]);
  });
});
