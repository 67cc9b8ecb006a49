import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../src/sources/forge/forge.ts';
import { readTag } from '../../../src/sources/gitlab/read-tag.ts';
import { commitOf, makeTag } from '../../upstream/gitlab-project.ts';

const PAGE = 'https://gitlab.com/acme/tool';

const PLAIN = {
  version: 'a/v1?#',
  publishedAt: '2026-01-05T00:00:00Z',
  commit: commitOf(5),
  url: `${PAGE}/-/tags/a%2Fv1%3F%23`,
  notes: '',
  notesFrom: 'tag',
} as const;
const { publishedAt: _, ...undated } = PLAIN;
const { publishedAt: __, commit: ___, ...pointless } = PLAIN;
const BROKEN: Entry = { listing: { version: 'a/v1?#' }, state: 'broken' };
const BROKEN_BUT_DATED: Entry = {
  listing: { version: 'a/v1?#', publishedAt: '2026-01-05T00:00:00Z' },
  state: 'broken',
};

const CASES: readonly [string, Readonly<Record<string, unknown>>, Entry | undefined][] = [
  ['a lightweight one', {}, { listing: PLAIN }],
  ['no message', { message: null }, { listing: PLAIN }],
  [
    'an annotated one has its own date',
    { message: 'One\n\nmore\n', created_at: '2026-01-06T10:00:00+02:00' },
    { listing: { ...PLAIN, publishedAt: '2026-01-06T08:00:00Z', notes: 'One\n\nmore' } },
  ],
  [
    'a signed one',
    { message: 'One\n-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----' },
    { listing: { ...PLAIN, notes: 'One' } },
  ],
  ['one with a release', { release: { tag_name: 'v1' } }, { listing: PLAIN, isReleased: true }],
  ['no commit', { commit: null }, { listing: pointless }],
  ['a commit without a date', { commit: { id: commitOf(5) } }, { listing: undated }],
  ['a malformed commit', { commit: { id: 'main' } }, BROKEN],
  ['a malformed message', { message: 7 }, BROKEN_BUT_DATED],
  ['a commit that is none', { commit: 7 }, BROKEN],
  ['no name', { name: null }, undefined],
];

for (const [name, more, entry] of CASES) {
  test(`a tag of GitLab: ${name}`, () => {
    assert.deepEqual(readTag(makeTag('a/v1?#', 5, more), PAGE), entry);
  });
}
