import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf, playScene } from '../../contract/scene.ts';
import type { RegistryOptions } from '../../upstream/oci-registry.ts';
import type { Fault } from '../../upstream/upstream.ts';
import { aRepository, atRegistry, TOOL } from './oci-setting.ts';

const TAGS = ['1.0.0', '1.10.0', '1.2.0', '1.3.0', 'latest'];
const isList = (one: string) => one.includes('/tags/list');

async function list(options: RegistryOptions, fault?: (query: URLSearchParams) => Fault | undefined) {
  const repositories = await aRepository(TAGS);
  const setting = atRegistry(repositories, options, {
    fault: ({ path, query }) => (path.endsWith('/tags/list') ? fault?.(query) : undefined),
  });
  const seen: { versions?: readonly string[]; error?: string; asked: readonly string[] } = { asked: [] };
  await playScene(setting, async ({ lookUp }) => {
    const { fetched, asked } = await lookUp(TOOL);
    seen.asked = asked.filter(isList);
    if (fetched.status === 'failed') seen.error = fetched.error.message;
    else seen.versions = listingsOf(fetched).releases.map(({ version }) => version);
  });
  return seen;
}

const ORDERED = ['1.10.0', '1.3.0', '1.2.0', '1.0.0', 'latest'];

describe('the list of tags', () => {
  test('that comes at once, in no order', async () => {
    const { versions, asked } = await list({});
    assert.deepEqual(versions, ORDERED);
    assert.deepEqual(asked, ['GET /v2/acme/tool/tags/list?n=1000']);
  });

  for (const link of ['relative', 'absolute'] as const) {
    test(`of three pages, oldest first, with ${link} links`, async () => {
      const { versions, asked } = await list({ pageSize: 2, link });
      assert.deepEqual(versions, ORDERED);
      assert.equal(asked.length, 3);
    });
  }

  test('of Artifactory, whose links lack a part of the path', async () => {
    const { versions, asked } = await list({ pageSize: 2, link: 'bare' });
    assert.deepEqual(versions, ORDERED);
    assert.equal(asked[1], 'GET /v2/acme/tool/tags/list?last=1.10.0&n=1000');
  });

  test('whose next page has no “last” is read where the link says', async () => {
    const page = (tag: string, link?: string): Fault => ({
      status: 200,
      headers: { 'content-type': 'application/json', ...(link && { link: `<${link}>; rel="next"` }) },
      body: JSON.stringify({ tags: [tag] }),
    });
    const second = '/v2/other/tags/list?next_page=abc';
    const { versions, asked } = await list({}, (query) =>
      query.has('next_page') ? page('1.0.0') : page('2.0.0', second),
    );
    assert.deepEqual(versions, ['2.0.0', '1.0.0']);
    assert.equal(asked[1], `GET ${second}`);
  });

  test('of a registry that knows no “n”', async () => {
    const { versions, asked } = await list({ refusesN: true });
    assert.deepEqual(versions, ORDERED);
    assert.deepEqual(asked, ['GET /v2/acme/tool/tags/list?n=1000', 'GET /v2/acme/tool/tags/list']);
  });

  test('whose next page is at another origin is refused, and nothing is sent there', async () => {
    const { error, asked } = await list({ pageSize: 2, link: 'foreign' });
    assert.match(error ?? '', /the next page is at another origin/);
    assert.equal(asked.length, 1);
  });

  test('that leads back to itself is refused', async () => {
    assert.match((await list({ pageSize: 2, link: 'itself' })).error ?? '', /leads back to a page/);
  });

  test('that breaks off is a failure', async () => {
    const { error } = await list({ pageSize: 2 }, (query) =>
      query.has('last') ? { status: 404 } : undefined,
    );
    assert.match(error ?? '', /answered 404/);
  });

  const reply = (body: unknown, type = 'application/json'): Fault => ({
    status: 200,
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
  for (const [name, fault, expected] of [
    ['null', reply({ name: 'x', tags: null }), []],
    ['empty', reply({ tags: [] }), []],
    ['plain text, as ECR has it', reply({ tags: ['1.0.0'] }, 'text/plain; charset=utf-8'), ['1.0.0']],
    ['with repeated tags', reply({ tags: ['1.0.0', '1.0.0'] }), ['1.0.0']],
    ['with signatures', reply({ tags: ['1.0.0', `sha256-${'a'.repeat(64)}.sig`] }), ['1.0.0']],
    ['with malformed tags', reply({ tags: ['1.0.0', 7, '../x', 'a?b', ''] }), ['1.0.0']],
  ] as const) {
    test(`that is ${name}`, async () => assert.deepEqual((await list({}, () => fault)).versions, expected));
  }

  test('of nothing but malformed tags is another format', async () => {
    assert.match((await list({}, () => reply({ tags: ['a b', 1] }))).error ?? '', /no tag can be read/);
  });
});

test('malformed tags are counted', async () => {
  const body = JSON.stringify({ tags: ['1.0.0', 7, '../x'] });
  const fault = () => ({ status: 200, headers: { 'content-type': 'application/json' }, body });
  await playScene(atRegistry(new Map(), {}, { fault }), async ({ lookUp }) => {
    assert.ok(listingsOf((await lookUp(TOOL)).fetched).dropped >= 2);
  });
});

test('10,000 tags take ten pages, and no more than 100 questions about them', async () => {
  const repositories = await aRepository(['1.0.0']);
  const image = repositories.get('acme/tool')?.get('1.0.0') ?? assert.fail();
  const tags = Array.from({ length: 10_000 }, (_, index) => [`1.0.${index}`, image] as const);
  repositories.set('acme/tool', new Map(tags));
  await playScene(atRegistry(repositories, { pageSize: 1000 }), async ({ lookUp }) => {
    const { fetched, asked } = await lookUp(TOOL);
    assert.equal(listingsOf(fetched).releases.length, 10_000);
    assert.equal(asked.filter(isList).length, 10);
    assert.equal(asked.filter((one) => one.startsWith('HEAD')).length, 100);
  });
});
