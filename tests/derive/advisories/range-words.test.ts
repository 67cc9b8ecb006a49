import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { affectedInWords } from '../../../src/derive/advisories/range-words.ts';
import { schemeOf } from '../../../src/versions/schemes.ts';
import { affects } from './a-record.ts';

describe('what is affected, in words', () => {
  for (const [said, words] of [
    [{ ranges: ['+0 -1.8.2'] }, 'before 1.8.2'],
    [{ ranges: ['+0'] }, 'every version'],
    [{ ranges: ['+0 =1.8.2'] }, 'up to 1.8.2'],
    [{ ranges: ['+1.0.0 -1.8.2'] }, 'from 1.0.0 before 1.8.2'],
    [{ ranges: ['+1.0.0 =1.8.2'] }, 'from 1.0.0 to 1.8.2'],
    [{ ranges: ['+1.0.0'] }, 'from 1.0.0 on'],
    [{ ranges: ['-3.2.5 +3.0.0 -1.0.2 +0'] }, 'before 1.0.2; from 3.0.0 before 3.2.5'],
    [{ ranges: ['+0 -0.30.0', '+1.0.0 -1.8.2'] }, 'before 0.30.0; from 1.0.0 before 1.8.2'],
    [{ ranges: ['+1.0.0 <2.0.0 <1.5.0'] }, 'from 1.0.0 on, and before 2.0.0'],
    [{ ranges: ['+1.0.0 <*'] }, 'from 1.0.0 on'],
    [{ ranges: ['+0 -1.0.0'], versions: ['0.1.0'] }, 'before 1.0.0'],
    [{ versions: ['1.10.0', '1.9.0'] }, '1.9.0, 1.10.0'],
    [{ versions: ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'] }, '1.0.0, 1.1.0, 1.2.0 and 2 others'],
    [{ ranges: ['+0 -next'] }, 'no version that we could tell'],
    [{}, 'no version that we could tell'],
  ] as const) {
    test(words, () => {
      assert.equal(affectedInWords(affects('pkg:npm/axios', said), schemeOf('npm')), words);
    });
  }
});
