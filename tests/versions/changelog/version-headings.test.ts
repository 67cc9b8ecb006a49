import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitChangelog } from '../../../src/versions/changelog/split-changelog.ts';

function split(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(splitChangelog(lines.join('\n')));
}

describe('headings that name a version', () => {
  const named: [string, string][] = [
    ['## 1.2.3', '1.2.3'],
    ['# v1.2.3', '1.2.3'],
    ['### [1.2.3]', '1.2.3'],
    ['## [1.2.3](https://x.example/compare/v1.2.2...v1.2.3) (2024-01-01)', '1.2.3'],
    ['## [1.2.3][1.2.3] - 2024-01-01', '1.2.3'],
    ['## [v1.2.3] – 2024-01-01', '1.2.3'],
    ['## 1.2.3 / 2024-01-01', '1.2.3'],
    ['## **1.2.3**', '1.2.3'],
    ['## `1.2.3`:', '1.2.3'],
    ['## "1.2.3" (May 2024)', '1.2.3'],
    ['## 1.2.3 ##', '1.2.3'],
    ['   ## 1.2.3', '1.2.3'],
    ['## <a name="1.2.3"></a>1.2.3', '1.2.3'],
    ['## 1\\.2\\.3', '1.2.3'],
    ['## Version 1.2.3', '1.2.3'],
    ['## Changes in version 1.2.3', '1.2.3'],
    ['## Release v1.2.3 of January', '1.2.3'],
    ['## 🎉 1.2.3', '1.2.3'],
    ['## Tool version 1.2.3', '1.2.3'],
    ['## Tool release 1.2.3', '1.2.3'],
    ['## Tool: released 1.2.3', '1.2.3'],
    ['## Tool changes in 1.2.3', '1.2.3'],
    ['## Changes for the Tool 1.2.3', '1.2.3'],
    ['## Release of Tool 1.2.3', '1.2.3'],
    ['## Tool - 1.2.3', '1.2.3'],
    ['## Tool – 1.2.3', '1.2.3'],
    ['## Tool — 1.2.3', '1.2.3'],
    ['## axios 1.2.3', '1.2.3'],
    ['## axios@1.2.3', '1.2.3'],
    ['## @acme/tool@1.2.3', '1.2.3'],
    ['## 1.2.3-beta.1+build.5', '1.2.3-beta.1+build.5'],
    ['## 1.2.3rc1', '1.2.3rc1'],
    ['## 1.2', '1.2'],
    ['## 2024.01.31', '2024.01.31'],
    ['## 1.2.3.4', '1.2.3.4'],
    ['**1.2.3 / 2024-01-01**', '1.2.3'],
  ];
  for (const [heading, version] of named) {
    test(heading, () => assert.deepEqual(split([heading, 'text']), { [version]: 'text' }));
  }

  test('setext, both levels', () => {
    const lines = ['1.2.3 / 2024-01-01', '==================', '', '* new', '', '1.2.2', '---', '* old'];
    assert.deepEqual(split(lines), { '1.2.3': '* new', '1.2.2': '* old' });
  });

  const strangers = [
    '## Unreleased',
    '## [Unreleased] 1.2.3',
    '## 1.2.3 (unreleased)',
    '## Next',
    '## Moving from old to 1.2.3',
    '## https://x.example/v/1.2.3',
    '## https://x.example/tool@1.2.3',
    '## 1.x',
    '## 5',
    '##1.2.3',
    '####### 1.2.3',
    '    ## 1.2.3',
    '> ## 1.2.3',
    '- 1.2.3',
    '1.2.3',
    '**1.2.3** and more',
    `## 1.2.3 ${'x'.repeat(300)}`,
  ];
  for (const heading of strangers) {
    test(`none: ${heading.slice(0, 60)}`, () => assert.deepEqual(split([heading, 'text']), {}));
  }
});
