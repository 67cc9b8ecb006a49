import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { measureFiles, warnIfLarge } from '../../src/outputs/size.ts';
import { writeOutput } from '../../src/outputs/write-output.ts';
import { aFolder } from '../build-release.ts';

describe('the size of dist', () => {
  test('is that of its files, in bytes: as they were left, or as they are there', async (t) => {
    const folder = await aFolder(t);
    for (const path of ['one', 'a/b/two', 'a/other']) writeOutput(folder, path, 'é12');
    const paths = new Set(['one', 'a/b/two', 'not-there']);
    assert.equal(measureFiles(folder, paths, []), 8);
    assert.equal(
      measureFiles(folder, paths, [
        ['one', 100, 0],
        ['a/other', 1000, 0],
      ]),
      104,
    );
  });

  test('is worth a warning above 900 MB', () => {
    const warnings: string[] = [];
    warnIfLarge(900e6, (message) => warnings.push(message));
    assert.equal(warnings.length, 0);
    warnIfLarge(900e6 + 1, (message) => warnings.push(message));
    assert.match(warnings.join(), /above 900 MB.*`since`/);
  });
});
