import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchableText } from '../../src/render/searchable-text.ts';

const CASES: Readonly<Record<string, readonly [notes: string, text: string]>> = {
  'headings, items and quotations': [
    '## Fixes\n\n- **one** (#1)\n2. two\n- [x] three\n> four',
    'Fixes one (#1) two three four',
  ],
  'links, images and addresses of references': [
    '[the guide](https://docs.example/) ![x](y.png)\n[ref]: https://docs.example/ref',
    'the guide',
  ],
  'code keeps its words': [
    '```ts\nconst value = 1;\n```\nCall `getUser()`',
    'const value = 1; Call getUser()',
  ],
  'the cells of tables': ['| option | does |\n| --- | :-: |\n| `a` | b |', 'option does a b'],
  'comments are not said': ['one <!-- two\nthree --> four', 'one four'],
  'rules and blank lines': ['one\n\n---\n***\n\ntwo', 'one two'],
  'what is hidden is dropped': ['sec\u200burity \u202efix', 'security fix'],
  'markup is dropped, not run': ['<script>alert(1)</script> <b>bold</b>', 'alert(1) bold'],
  nothing: ['\n---\n', ''],
};

// Takes milliseconds each; in quadratic time a minute and more.
const LONG = 262_144;

for (const [name, line] of Object.entries({
  spaces: `${' '.repeat(LONG)}x`,
  'white space in between': `>${'\u00a0'.repeat(LONG)}x`,
  'a rule that is none': `${'- '.repeat(LONG / 2)}x`,
  'cells without an end': `${'|'.repeat(LONG)}x`,
  quotations: `${' >'.repeat(LONG / 2)}x`,
})) {
  test(`a line of ${LONG} characters is read: ${name}`, () => assert.match(searchableText(line), /x$/));
}

for (const [name, [notes, text]] of Object.entries(CASES)) {
  test(`text to search: ${name}`, () => assert.equal(searchableText(notes), text));
}
