import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../src/sources/forge/forge.ts';
import { readRelease } from '../../../src/sources/gitlab/read-release.ts';
import { commitOf, makeRelease } from '../../upstream/gitlab-project.ts';

const NOW = '2026-01-10T00:00:00Z';

const PLAIN = {
  version: 'v1',
  publishedAt: '2026-01-05T00:00:00Z',
  commit: commitOf(5),
  title: '',
  author: 'ada',
  assets: [{ name: 'tool-linux' }, { name: 'tool-mac' }],
  notes: '- What v1 brings\r\n- and more',
  notesFrom: 'release',
} as const;
const { publishedAt: _, ...undated } = PLAIN;
const { commit: __, ...uncommitted } = PLAIN;
const { assets: ___, ...bare } = PLAIN;
const BROKEN: Entry = {
  listing: { version: 'v1', publishedAt: PLAIN.publishedAt },
  state: 'broken',
};

const CASES: readonly [string, Readonly<Record<string, unknown>>, Entry | undefined][] = [
  ['a plain one', {}, { listing: PLAIN }],
  ['a title of its own', { name: 'One' }, { listing: { ...PLAIN, title: 'One' } }],
  ['no name', { name: null }, { listing: PLAIN }],
  ['no notes', { description: null }, { listing: { ...PLAIN, notes: '' } }],
  ['no notes at all', { description: undefined }, { listing: { ...PLAIN, notes: '' } }],
  ['an author who left', { author: null }, { listing: { ...PLAIN, author: '' } }],
  ['a deleted tag', { commit: null }, { listing: uncommitted }],
  ['code that is not shown', { commit: undefined }, { listing: uncommitted }],
  ['no links', { assets: { count: 0, links: [] } }, { listing: { ...PLAIN, assets: [] } }],
  ['no assets', { assets: undefined }, { listing: bare }],
  ['no date', { released_at: null }, { listing: undated }],
  ['a date of before Git', { released_at: 'yesterday' }, { listing: undated }],
  ['a malformed author', { author: 'ada' }, BROKEN],
  ['a malformed commit', { commit: { id: '../..' } }, BROKEN],
  ['a malformed link', { assets: { links: [{ name: '' }] } }, BROKEN],
  ['malformed notes', { description: 7 }, BROKEN],
  ['a malformed mark', { upcoming_release: 'no' }, { listing: PLAIN }],
  ['what is upcoming', { upcoming_release: true }, { listing: PLAIN, state: 'upcoming' }],
  [
    'what is upcoming and malformed',
    { upcoming_release: true, author: 'ada' },
    { ...BROKEN, state: 'upcoming' },
  ],
  ['the past, without a mark', { upcoming_release: undefined }, { listing: PLAIN }],
  [
    'the future, without a mark',
    { upcoming_release: undefined, released_at: '2026-01-10T00:00:01Z' },
    { listing: { ...PLAIN, publishedAt: '2026-01-10T00:00:01Z' }, state: 'upcoming' },
  ],
  [
    'this very moment, without a mark',
    { upcoming_release: undefined, released_at: NOW },
    { listing: { ...PLAIN, publishedAt: NOW } },
  ],
  [
    'the future, with a mark that denies it',
    { released_at: '2027-01-01T00:00:00Z' },
    { listing: { ...PLAIN, publishedAt: '2027-01-01T00:00:00Z' } },
  ],
  ['no tag', { tag_name: undefined }, undefined],
  ['an empty tag', { tag_name: '' }, undefined],
  ['half a character for a tag', { tag_name: '\ud800' }, undefined],
  ['a tag beyond measure', { tag_name: 'v'.repeat(1025) }, undefined],
];

for (const [name, more, entry] of CASES) {
  test(`a release of GitLab: ${name}`, () => {
    assert.deepEqual(readRelease(makeRelease('v1', 5, more), NOW), entry);
  });
}

test('a release of GitLab: who does not tell the time has no future', () => {
  const release = makeRelease('v1', 5, { upcoming_release: undefined });
  assert.deepEqual(readRelease(release, undefined), { listing: PLAIN });
});

test('a release of GitLab: what is none', () => {
  for (const element of [null, 'v1', 7, [], {}]) assert.equal(readRelease(element, NOW), undefined);
});
