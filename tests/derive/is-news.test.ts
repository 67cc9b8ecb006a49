import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHANGE_KINDS, isChangeKind } from '../../src/core/change.ts';
import { isNews } from '../../src/derive/is-news.ts';
import { aChange } from './build-change.ts';

const NEVER = ['imported', 'published'];
const EVEN_BACK = ['asset-replaced', 'tag-moved', 'identity-changed'];

describe('news after publication', () => {
  for (const kind of Object.keys(CHANGE_KINDS).filter(isChangeKind)) {
    test(`${kind}: ${!NEVER.includes(kind)}`, () => {
      assert.equal(isNews(aChange(kind)), !NEVER.includes(kind));
      assert.equal(isNews(aChange(kind, { flap: true })), EVEN_BACK.includes(kind));
    });
  }
});
