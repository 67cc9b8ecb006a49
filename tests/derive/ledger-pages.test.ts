import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupChanges } from '../../src/derive/group-changes.ts';
import { ledgerPages } from '../../src/derive/ledger-pages.ts';
import { aChange } from './build-change.ts';

/** So many items, the same number a month, oldest first. */
const items = (...months: readonly (readonly [month: string, count: number])[]) =>
  groupChanges(
    months.flatMap(([month, count]) =>
      Array.from({ length: count }, (_, n) =>
        aChange('yanked', { at: `${month}-05T00:00:00Z`, version: String(n) }),
      ),
    ),
  );
const sketch = (pages: ReturnType<typeof ledgerPages>) =>
  pages.map(({ path, items: { length }, newer, older }) => [path, length, newer, older]);

describe('pages of the ledger', () => {
  for (const [name, given, isWhole, expected] of [
    ['none', items(), true, [['', 0, undefined, undefined]]],
    ['200 of a part', items(['2026-10', 200]), false, [['', 200, undefined, undefined]]],
    [
      '200 of all',
      items(['2026-10', 150], ['2026-11', 50]),
      true,
      [
        ['', 200, undefined, undefined],
        ['2026/10/', 150, '2026/11/', undefined],
        ['2026/11/', 50, undefined, '2026/10/'],
      ],
    ],
    [
      '201 of a part',
      items(['2026-09', 1], ['2026-11', 200]),
      false,
      [
        ['', 200, undefined, '2026/09/'],
        ['2026/09/', 1, '2026/11/', undefined],
        ['2026/11/', 200, undefined, '2026/09/'],
      ],
    ],
    [
      '450 in a month',
      items(['2026-11', 450]),
      true,
      [
        ['', 200, undefined, '2026/11/2/'],
        ['2026/11/', 200, '2026/11/2/', undefined],
        ['2026/11/2/', 200, '2026/11/3/', '2026/11/'],
        ['2026/11/3/', 50, undefined, '2026/11/2/'],
      ],
    ],
  ] as const) {
    test(name, () => assert.deepEqual(sketch(ledgerPages(given, isWhole)), expected));
  }

  test('are newest first, and the archive holds every item once', () => {
    const all = items(['2026-10', 30], ['2026-11', 450]);
    const [newest, ...archive] = ledgerPages(all, true);
    assert.deepEqual(newest?.items, all.toReversed().slice(0, 200));
    assert.deepEqual(
      archive.toReversed().flatMap((page) => page.items),
      all.toReversed(),
    );
  });

  test('keep an item where it is when others follow', () => {
    const pageOf = (count: number) =>
      ledgerPages(items(['2026-11', count]), true).find(
        ({ path, items: [...shown] }) => path !== '' && shown.some(({ first }) => first.version === '199'),
      );
    assert.equal(pageOf(200)?.path, '2026/11/');
    assert.equal(pageOf(650)?.path, '2026/11/');
  });
});
