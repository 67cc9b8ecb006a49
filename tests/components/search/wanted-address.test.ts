import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWanted, writeWanted } from '../../../src/components/search/wanted-address.ts';
import type { Wanted } from '../../../src/derive/search/find.ts';

const NOTHING: Wanted = { query: '', project: '', tag: '', kind: '' };

const PAIRS: readonly (readonly [address: string, Partial<Wanted>])[] = [
  ['', {}],
  ['?q=axios+1.21&kind=security', { query: 'axios 1.21', kind: 'security' }],
  ['?project=axios&tag=web', { project: 'axios', tag: 'web' }],
  ['?q=%3Cb%3E%26%22', { query: '<b>&"' }],
];

describe('the address of a search', () => {
  for (const [address, wanted] of PAIRS) {
    test(`${address || '(empty)'} is read and written`, () => {
      assert.deepEqual(readWanted(address), { ...NOTHING, ...wanted });
      assert.equal(writeWanted({ ...NOTHING, ...wanted }), address);
    });
  }

  test('has no blanks around what is looked for', () => {
    assert.equal(writeWanted({ ...NOTHING, query: ' a ', tag: ' ' }), '?q=a');
  });
});
