import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProject } from '../../../src/sources/gitlab/read-project.ts';

const DOCUMENT = {
  id: 42,
  path_with_namespace: 'Acme/tool',
  description: 'A tool',
  web_url: 'https://gitlab.com/Acme/tool',
  archived: false,
  license: { key: 'mit', name: 'MIT License' },
  releases_access_level: 'enabled',
};
const UPSTREAM = {
  id: '42',
  name: 'Acme/tool',
  description: 'A tool',
  license: 'MIT License',
  repository: 'https://gitlab.com/Acme/tool',
};
const { description: _, ...undescribed } = UPSTREAM;
const { license: __, ...unlicensed } = UPSTREAM;
const { repository: ___, ...homeless } = UPSTREAM;

for (const [name, more, upstream, hasReleases] of [
  ['a plain one', {}, UPSTREAM, true],
  ['an archived one', { archived: true }, { ...UPSTREAM, archived: true }, true],
  ['no description', { description: null }, undescribed, true],
  ['a malformed description', { description: 7 }, undescribed, true],
  ['no licence', { license: null }, unlicensed, true],
  ['a licence that is unknown', { license: { key: 'other', name: 'Other' } }, unlicensed, true],
  ['a page that is none', { web_url: 'javascript:alert(1)' }, homeless, true],
  ['releases turned off', { releases_access_level: 'disabled' }, UPSTREAM, false],
  ['releases for members', { releases_access_level: 'private' }, UPSTREAM, false],
  ['an old GitLab', { releases_access_level: undefined }, UPSTREAM, true],
] as const) {
  test(`a project of GitLab: ${name}`, () => {
    assert.deepEqual(readProject({ ...DOCUMENT, ...more }), { upstream, hasReleases });
  });
}

test('a project of GitLab: what is none', () => {
  for (const more of [{ id: undefined }, { id: '42' }, { path_with_namespace: '' }]) {
    assert.equal(readProject({ ...DOCUMENT, ...more }), undefined);
  }
});
