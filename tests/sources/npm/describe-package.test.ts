import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Upstream } from '../../../src/core/upstream.ts';
import { describePackage } from '../../../src/sources/npm/describe-package.ts';

function about(document: unknown, latest?: unknown) {
  const upstream = describePackage('tool', new Map(), document, latest);
  assert.deepEqual(Upstream.parse(upstream), upstream);
  const { name: _, ...rest } = upstream;
  return rest;
}

describe('what a registry says of a package', () => {
  const cases: [string, unknown, unknown][] = [
    ['nothing', {}, {}],
    ['no object', 5, {}],
    ['a description', { description: ' A tool \n' }, { description: 'A tool' }],
    ['an empty description', { description: ' ' }, {}],
    ['a description that is none', { description: ['x'] }, {}],
    ['a long description', { description: 'x'.repeat(2000) }, { description: 'x'.repeat(1024) }],
    [
      'a description cut in a character',
      { description: `${'x'.repeat(1023)}😀` },
      { description: 'x'.repeat(1023) },
    ],
    [
      'a description cut at a space',
      { description: `${'x'.repeat(1023)} y` },
      { description: 'x'.repeat(1023) },
    ],
    ['a license', { license: 'MIT' }, { license: 'MIT' }],
    ['an old license', { license: { type: 'MIT', url: 'x' } }, { license: 'MIT' }],
    ['old licenses', { licenses: [{ type: 'MIT' }, { type: 'BSD' }] }, { license: '(MIT OR BSD)' }],
    ['a list of one', { license: ['MIT'] }, { license: 'MIT' }],
    ['an empty list', { license: [] }, {}],
    ['a license that is none', { license: { name: 'MIT' } }, {}],
    ['a license as long as a book', { license: 'x'.repeat(300) }, {}],
    ['a home page', { homepage: 'https://acme.example/a b' }, { homepage: 'https://acme.example/a%20b' }],
    ['a list of home pages', { homepage: ['http://acme.example'] }, { homepage: 'http://acme.example/' }],
    ['a home page that is a script', { homepage: 'javascript:alert(1)' }, {}],
    ['a home page with a password', { homepage: 'https://a:b@acme.example/' }, {}],
    ['a home page that is none', { homepage: 'acme' }, {}],
    ['a long home page', { homepage: `https://acme.example/${'x'.repeat(2048)}` }, {}],
    [
      'a repository',
      { repository: { url: 'git://acme.example/tool.git' } },
      { repository: 'https://acme.example/tool' },
    ],
    ['a repository in short', { repository: 'acme/tool' }, { repository: 'https://github.com/acme/tool' }],
    [
      'a list of repositories',
      { repository: [{ url: 'github:acme/tool' }] },
      { repository: 'https://github.com/acme/tool' },
    ],
    ['a repository that is none', { repository: { url: 5 } }, {}],
  ];
  for (const [name, document, expected] of cases) {
    test(name, () => assert.deepEqual(about(document), expected));
  }

  test('its name, and its tags by name', () => {
    const tags = new Map(Object.entries({ next: '2.0.0', latest: '1.0.0' }));
    const upstream = describePackage('tool', tags, {}, {});
    assert.equal(JSON.stringify(upstream), '{"name":"tool","tags":{"latest":"1.0.0","next":"2.0.0"}}');
    assert.deepEqual(describePackage('tool', new Map(), {}, {}), { name: 'tool' });
  });

  test('its latest version speaks where the document is silent', () => {
    const latest = {
      description: 'of 2',
      licenses: ['ISC'],
      homepage: 'https://two.example/',
      repository: 'acme/two',
    };
    assert.deepEqual(about({ description: 'of all', homepage: 5 }, latest), {
      description: 'of all',
      license: 'ISC',
      homepage: 'https://two.example/',
      repository: 'https://github.com/acme/two',
    });
  });
});
