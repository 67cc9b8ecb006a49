import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseChangelog } from '../../../src/versions/changelog/choose-changelog.ts';

for (const [files, chosen] of [
  [[], undefined],
  [['README.md', 'LICENSE', 'changelog.d', 'CHANGELOG.html', 'OLD-CHANGELOG.md'], undefined],
  [['NEWS', 'README.md'], 'NEWS'],
  [['NEWS', 'ChangeLog', 'CHANGES.md'], 'ChangeLog'],
  [['CHANGELOG', 'CHANGELOG.rst', 'changelog.md'], 'changelog.md'],
  [['changelog.txt', 'CHANGELOG.adoc', 'CHANGELOG.markdown'], 'CHANGELOG.markdown'],
  [['RELEASES.md', 'HISTORY.txt'], 'HISTORY.txt'],
  [['RELEASE_NOTES.md', 'releases'], 'releases'],
  [['RELEASE_NOTES.md'], 'RELEASE_NOTES.md'],
  [['changelog.md', 'CHANGELOG.md', 'Changelog.md'], 'CHANGELOG.md'],
] as const) {
  test(`the changelog among ${files.join(' ') || 'nothing'}`, () => {
    assert.equal(chooseChangelog(files), chosen);
    assert.equal(chooseChangelog(files.toReversed()), chosen, 'in any order');
  });
}
