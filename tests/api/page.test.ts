import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { apiExamples } from '../../src/api/api-examples.ts';
import { apiFields } from '../../src/api/api-fields.ts';
import { ENDPOINTS } from '../../src/api/endpoints.ts';
import { isShapeId, SHAPES } from '../../src/api/shapes.ts';
import { withApiEndpoints } from '../../src/pipeline/docs/api-endpoints.ts';
import { meaningOf } from '../../src/site/meaning.ts';
import { aSite } from '../outputs/build-site.ts';
import { aFullSite, aFullView, filesOf, SITE_URL } from './an-api.ts';

describe('the examples', () => {
  const site = aFullSite();
  const examples = apiExamples(site, SITE_URL, meaningOf);

  test('are there for every endpoint that has a document, at addresses that are there', () => {
    const files = filesOf(site);
    const missing = Object.keys(ENDPOINTS).filter((id) => !examples.has(id));
    assert.deepEqual(missing, []);
    for (const { path } of examples.values()) assert.ok(files.has(path), path);
  });

  test('are of a project that has something to tell, and of the whole in the index', () => {
    assert.equal(examples.get('project')?.path, 'api/v1/projects/many.json');
    const tool = apiExamples(aSite([aFullView()]), SITE_URL, meaningOf).get('project');
    assert.equal(tool?.path, 'api/v1/projects/tool.json');
    assert.match(examples.get('index')?.text ?? '', /"projects": 4,/);
    assert.match(examples.get('metrics')?.text ?? '', /^tidings_projects 4$/m);
  });

  test('are short', () => {
    for (const [id, { text }] of examples) {
      if (!['openapi', 'schema'].includes(id)) assert.ok(text.split('\n').length < 100, id);
      for (const line of text.split('\n')) assert.ok(line.length < 250, line);
    }
    assert.match(examples.get('metrics')?.text ?? '', /…\n# EOF$/);
  });

  test('of nothing are those that are there all the same', () => {
    assert.deepEqual(
      [...apiExamples(aSite([]), SITE_URL, meaningOf).keys()],
      ['index', 'projects', 'latest', 'advisories', 'schema', 'openapi', 'metrics'],
    );
  });
});

describe('the fields', () => {
  test('of a project are those of its parts too, but for what has a schema of its own', () => {
    const fields = new Map(apiFields('project').map((field) => [field.name, field]));
    assert.deepEqual(fields.get('standing.latest.version'), {
      name: 'standing.latest.version',
      type: 'string',
      isAlways: true,
      says: '',
    });
    assert.equal(fields.get('standing.latest')?.isAlways, false);
    assert.equal(fields.get('tracks[].kept')?.type, 'true');
    assert.equal(fields.get('releases[]')?.type, 'list of release');
    assert.ok(!fields.has('$schema') && !fields.has('site'));
  });

  for (const shape of Object.keys(SHAPES).filter(isShapeId)) {
    test(`of ${shape} have a type each`, () => {
      const fields = apiFields(shape);
      assert.ok(fields.length > 0);
      assert.deepEqual(
        fields.filter(({ type }) => type.includes('any')),
        [],
      );
    });
  }
});

test('the docs have a row for every endpoint', () => {
  const BEGIN = '<!-- Endpoints: npm run docs writes from here … -->';
  const page = withApiEndpoints(`a\n${BEGIN}\n<!-- … to here: endpoints. -->\nb`) ?? '';
  for (const { path, summary } of Object.values(ENDPOINTS))
    assert.ok(page.includes(`| \`/${path}\` | ${summary} |`));
  assert.equal(withApiEndpoints('no place'), undefined);
});
