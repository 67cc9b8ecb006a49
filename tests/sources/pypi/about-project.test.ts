import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AboutProject } from '../../../src/sources/pypi/about-project.ts';

const CLASSIFIERS = ['Programming Language :: Python', 'License :: OSI Approved :: MIT License'];
const REPOSITORY = 'https://github.com/acme/tool';

for (const [name, info, expected] of [
  ['nothing', {}, {}],
  [
    'nulls',
    {
      summary: null,
      license: null,
      license_expression: null,
      home_page: null,
      project_urls: null,
      classifiers: null,
    },
    {},
  ],
  ['a summary', { summary: ' A tool ' }, { description: 'A tool' }],
  ['an expression before a text', { license_expression: 'MIT', license: 'Expat' }, { license: 'MIT' }],
  ['a short text', { license: 'BSD', classifiers: CLASSIFIERS }, { license: 'BSD' }],
  [
    'the text of a license',
    { license: 'x'.repeat(101), classifiers: CLASSIFIERS },
    { license: 'MIT License' },
  ],
  ['lines of a license', { license: 'MIT\n\nPermission', classifiers: [] }, {}],
  ['classifiers alone', { license: '', classifiers: CLASSIFIERS }, { license: 'MIT License' }],
  ['an old home page', { home_page: 'https://a.example' }, { homepage: 'https://a.example' }],
  [
    'labels in any spelling',
    {
      home_page: 'https://old.example',
      project_urls: { 'Home-Page': 'https://a.example ', 'Source Code': REPOSITORY },
    },
    { homepage: 'https://a.example', repository: REPOSITORY },
  ],
  [
    'documentation where there is no home page',
    { project_urls: { Documentation: 'https://d.example' } },
    { homepage: 'https://d.example' },
  ],
  ['a home page at a forge', { home_page: REPOSITORY }, { homepage: REPOSITORY, repository: REPOSITORY }],
  [
    'some page at a forge',
    { project_urls: { Bugs: 'https://b.example', Changes: 'https://www.gitlab.com/acme/tool' } },
    { repository: 'https://www.gitlab.com/acme/tool' },
  ],
  [
    'a source that is labelled',
    { home_page: 'https://github.com/acme/site', project_urls: { Repository: 'https://git.example/x' } },
    { homepage: 'https://github.com/acme/site', repository: 'https://git.example/x' },
  ],
  ['malformed', { summary: 7, license: [], project_urls: 'x', classifiers: [7], home_page: {} }, {}],
] as const) {
  test(name, () => {
    const about = AboutProject.parse({ info });
    assert.deepEqual(JSON.parse(JSON.stringify(about)), expected);
  });
}

test('what has no info is none', () => {
  assert.equal(AboutProject.safeParse({}).success, false);
});
