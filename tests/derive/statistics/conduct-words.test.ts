import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  conductColumns,
  conductInWords,
  observedInWords,
} from '../../../src/derive/statistics/conduct-words.ts';
import { aProject, aRelease } from '../../build-release.ts';
import { aChange } from '../build-change.ts';
import { counted, statisticsFor } from './counted.ts';

describe('what was observed, in words', () => {
  for (const [observed, words] of [
    [undefined, 'not observable'],
    [{ found: 0, of: 1200 }, 'none of 1,200'],
    [{ found: 2, of: 34 }, '2 of 34'],
    [{ found: 34, of: 34 }, 'all 34'],
  ] as const) {
    test(words, () => assert.equal(observedInWords(observed), words));
  }
});

describe('the conduct of all projects', () => {
  const purl = aProject().package.purl;
  const releases = ['1.0.0', '1.1.0'].map((version) =>
    aRelease({ version, commit: 'c0ffee0', assets: [{ name: 'a', size: 1 }] }),
  );
  const { projects } = statisticsFor(
    [counted(aProject(), releases)],
    [aChange('tag-moved', { package: purl })],
  );

  test('is summed up, and says what nothing is known of', () => {
    assert.equal(
      conductInWords(projects),
      'Of 2 tags, one was moved to another commit. Of 2 releases with files, none was given other ones later. 0 % of the files have a digest. Nothing could be observed of these: notes late, vouched for.',
    );
  });

  test('has a column for what is known', () => {
    assert.deepEqual(
      conductColumns(projects).columns.map(({ key }) => key),
      ['moved', 'replaced', 'digests'],
    );
  });
});
