import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';

describe('the people that notes thank', () => {
  for (const [name, notes, people] of [
    [
      'of pull requests',
      '* a by @ann in https://x.test\n* b by @ben-x in https://x.test\n* c by @Ann in https://x.test',
      ['@ann', '@ben-x'],
    ],
    ['of thanks', 'Thanks to [@ann](https://github.com/ann) and @ben!', ['@ann', '@ben']],
    ['of changesets', '- abc1234: Thanks [@ann](https://github.com/ann)! - a', ['@ann']],
    ['by name', '- a (By [Ann B.](https://github.com/ann))', ['Ann B.']],
    [
      'of a list',
      '### Contributors\n\n- <img src="x"> [Ann B.](https://github.com/ann \'+1/-4 (#1 )\')\n- **@ben** (#2)',
      ['Ann B.', '@ben'],
    ],
    [
      'without robots',
      '* a by @dependabot[bot] in x\n* b by @renovate-bot in x\n* c by @github-actions in x\n* d by @robot in x',
      [],
    ],
    ['whose names only end like those of robots', 'Thanks to @talbot', ['@talbot']],
    ['not of packages, mail and code', '- thanks for @acme/tool, a@b.test, `@code` and @-', []],
    ['not without a word of thanks', '- @ann said so, see [it](https://github.com/acme)', []],
    ['not the page that something was done by', '- a by hand, close to [it](https://github.com/acme)', []],
  ] as const) {
    test(name, () => assert.deepEqual(readMeaning(notes).contributors, people));
  }

  test('are no items', () => {
    assert.deepEqual(readMeaning('## New Contributors\n* @ann made their first contribution').items, []);
  });
});
