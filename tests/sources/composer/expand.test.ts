import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expand } from '../../../src/sources/composer/expand.ts';

describe('minified versions', () => {
  for (const [name, elements, entries, dropped] of [
    ['none', [], [], 0],
    ['one', [{ a: 1 }], [{ a: 1 }], 0],
    [
      'that repeat',
      [{ a: 1, b: 2 }, {}],
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ],
      0,
    ],
    [
      'that change',
      [{ a: 1, b: 2 }, { b: 3 }, { a: 4 }],
      [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
        { a: 4, b: 3 },
      ],
      0,
    ],
    [
      'that lose a field',
      [{ a: 1, b: 2 }, { b: '__unset' }, { c: 3 }],
      [{ a: 1, b: 2 }, { a: 1 }, { a: 1, c: 3 }],
      0,
    ],
    ['that have it again', [{ a: 1 }, { a: '__unset' }, { a: 2 }], [{ a: 1 }, {}, { a: 2 }], 0],
    [
      'with whole values',
      [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }],
      [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }],
      0,
    ],
    ['with what is none', [{ a: 1 }, null, 7, 'x', [1], { b: 2 }], [{ a: 1 }, { a: 1, b: 2 }], 4],
  ] as const) {
    test(name, () => assert.deepEqual(expand(elements), { entries: [...entries], dropped }));
  }
});
