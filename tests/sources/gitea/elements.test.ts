import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry } from '../../../src/sources/forge/forge.ts';
import { readRelease } from '../../../src/sources/gitea/read-release.ts';
import { readRepository } from '../../../src/sources/gitea/read-repository.ts';
import { readTag } from '../../../src/sources/gitea/read-tag.ts';
import { makeRelease, makeTag } from '../../upstream/gitea-repository.ts';
import { commitOf } from '../../upstream/gitlab-project.ts';

type Cases = readonly [string, Readonly<Record<string, unknown>>, Entry | undefined][];

const RELEASE = {
  version: 'v1',
  id: '1005',
  publishedAt: '2026-01-05T00:00:00Z',
  prerelease: false,
  title: '',
  author: 'ada',
  assets: [
    { name: 'tool-linux', size: 1024 },
    { name: 'tool-linux.sha256', size: 95 },
  ],
  notes: '- What v1 brings',
  notesFrom: 'release',
} as const;
const { publishedAt: _, ...undated } = RELEASE;
const { id: __, ...nameless } = RELEASE;
const { assets: ___, ...bare } = RELEASE;
const DATED = { version: 'v1', publishedAt: '2026-01-05T00:00:00Z' };
const BROKEN: Entry = { listing: DATED, state: 'broken' };
const DRAFT: Entry = { listing: DATED, state: 'draft' };

const RELEASES: Cases = [
  ['a plain one', {}, { listing: RELEASE }],
  ['a pre-release', { prerelease: true }, { listing: { ...RELEASE, prerelease: true } }],
  ['a title of its own', { name: 'One' }, { listing: { ...RELEASE, title: 'One' } }],
  ['no title', { name: '' }, { listing: RELEASE }],
  ['no notes', { body: '' }, { listing: { ...RELEASE, notes: '' } }],
  ['notes that are null', { body: null }, { listing: { ...RELEASE, notes: '' } }],
  ['an author who left', { author: null }, { listing: { ...RELEASE, author: '' } }],
  ['no assets', { assets: [] }, { listing: { ...RELEASE, assets: [] } }],
  ['assets that are null', { assets: null }, { listing: bare }],
  [
    'an asset without a size',
    { assets: [{ name: 'a' }] },
    { listing: { ...RELEASE, assets: [{ name: 'a' }] } },
  ],
  ['a commit where a branch may stand', { target_commitish: commitOf(5) }, { listing: RELEASE }],
  ['no id', { id: undefined }, { listing: nameless }],
  ['a date of year 1', { published_at: '0001-01-01T00:00:00Z' }, { listing: undated }],
  ['a draft', { draft: true }, DRAFT],
  ['a malformed draft', { draft: true, assets: 7 }, DRAFT],
  [
    'a malformed asset, and no date',
    { assets: 7, published_at: 7 },
    { listing: { version: 'v1' }, state: 'broken' },
  ],
  ['a malformed asset', { assets: [{ name: 'a', size: -1 }] }, BROKEN],
  ['no word on whether it is a pre-release', { prerelease: undefined }, BROKEN],
  ['no tag', { tag_name: '' }, undefined],
  ['half a character for a tag', { tag_name: '\udc00' }, undefined],
];

const TAG = {
  version: 'v1',
  publishedAt: '2026-01-05T00:00:00Z',
  commit: commitOf(5),
  notes: '',
  notesFrom: 'tag',
} as const;
const { publishedAt: ____, ...undatedTag } = TAG;

const TAGS: Cases = [
  ['a lightweight one, with the message of its commit', {}, { listing: TAG }],
  [
    'an annotated one',
    { id: commitOf(99), message: 'One\n\nmore\n' },
    { listing: { ...TAG, notes: 'One\n\nmore' } },
  ],
  ['an annotated one without a message', { id: commitOf(99), message: null }, { listing: TAG }],
  [
    'a signed one',
    { id: commitOf(99), message: 'One\n-----BEGIN SSH SIGNATURE-----\nx\n' },
    { listing: { ...TAG, notes: 'One' } },
  ],
  ['no date', { commit: { sha: commitOf(5) } }, { listing: undatedTag }],
  ['no commit', { commit: null }, { listing: { version: 'v1' }, state: 'broken' }],
  ['a commit that is none', { commit: { sha: 'main', created: DATED.publishedAt } }, BROKEN],
  ['no name', { name: 7 }, undefined],
];

describe('an element of a list of Gitea', () => {
  for (const [name, more, entry] of RELEASES) {
    test(`a release: ${name}`, () => assert.deepEqual(readRelease(makeRelease('v1', 5, more)), entry));
  }
  for (const [name, more, entry] of TAGS) {
    test(`a tag: ${name}`, () => assert.deepEqual(readTag(makeTag('v1', 5, more)), entry));
  }
  test('what is none', () => {
    for (const element of [null, 'v1', [], {}]) {
      assert.deepEqual([readRelease(element), readTag(element)], [undefined, undefined]);
    }
  });
});

describe('a repository of Gitea', () => {
  const document = {
    id: 7,
    full_name: 'Acme/tool',
    description: 'A tool',
    website: 'https://acme.example/',
    html_url: 'https://codeberg.org/Acme/tool',
    archived: false,
    licenses: ['MIT', 'Apache-2.0'],
    has_releases: true,
  };
  const upstream = {
    id: '7',
    name: 'Acme/tool',
    description: 'A tool',
    license: 'MIT, Apache-2.0',
    homepage: 'https://acme.example/',
    repository: 'https://codeberg.org/Acme/tool',
  };
  const { license: _license, ...unlicensed } = upstream;
  const { homepage: _homepage, ...homeless } = upstream;
  const { description: _description, ...undescribed } = upstream;
  const { repository: _repository, ...pageless } = upstream;

  for (const [name, more, expected, hasReleases] of [
    ['a plain one', {}, upstream, true],
    ['an archived one', { archived: true }, { ...upstream, archived: true }, true],
    ['an old server', { licenses: undefined, has_releases: undefined }, unlicensed, true],
    ['no licence found', { licenses: null }, unlicensed, true],
    ['no web site', { website: '' }, homeless, true],
    ['a web site that is a script', { website: 'javascript:alert(1)' }, homeless, true],
    ['no description', { description: '' }, undescribed, true],
    ['a malformed page', { html_url: 7 }, pageless, true],
    ['releases turned off', { has_releases: false }, upstream, false],
  ] as const) {
    test(name, () => {
      assert.deepEqual(readRepository({ ...document, ...more }), { upstream: expected, hasReleases });
    });
  }

  test('what is none', () => {
    for (const more of [{ id: undefined }, { full_name: '' }]) {
      assert.equal(readRepository({ ...document, ...more }), undefined);
    }
  });
});
