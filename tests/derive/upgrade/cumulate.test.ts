import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cumulate } from '../../../src/derive/upgrade/cumulate.ts';
import type { ReleaseItems } from '../../../src/derive/upgrade/upgrade-notes.ts';

function told(version: string, items: ReleaseItems['items']): ReleaseItems {
  return { version, path: `projects/tool/${version}/`, items };
}

function shown(releases: readonly ReleaseItems[]): string[] {
  return cumulate(releases).flatMap(({ kind, items }) =>
    items.map(({ text, releases: of }) => `${kind}: ${text} [${of.map(({ version }) => version).join(' ')}]`),
  );
}

describe('what several releases tell', () => {
  test('stands by kind, the gravest first, in the order of the releases', () => {
    const releases = [
      told('2.0.0', [
        ['fix', 'A leak'],
        ['breaking', 'No Node 18'],
      ]),
      told('1.1.0', [
        ['feature', 'Waves'],
        ['breaking', 'No callbacks'],
        ['other', 'Tidy up'],
      ]),
    ];
    assert.deepEqual(shown(releases), [
      'breaking: No Node 18 [2.0.0]',
      'breaking: No callbacks [1.1.0]',
      'feature: Waves [1.1.0]',
      'fix: A leak [2.0.0]',
      'other: Tidy up [1.1.0]',
    ]);
  });

  test('stands once where it is told in the same words, whatever its number', () => {
    const releases = [
      told('2.0.1', [['fix', 'fix: a leak (#12)']]),
      told('1.9.1', [
        ['fix', 'Fix a leak (#14)'],
        ['fix', 'fix a leak 0a1b2c3'],
        ['fix', '#15 Fix: a leak'],
      ]),
    ];
    assert.deepEqual(shown(releases), ['fix: fix: a leak (#12) [2.0.1 1.9.1]']);
  });

  test('is kept apart where it is of two kinds, or differs in a number that means something', () => {
    const items: ReleaseItems['items'] = [
      ['breaking', 'Drop Node 18'],
      ['breaking', 'Drop Node 20'],
      ['fix', 'Drop Node 20'],
    ];
    assert.equal(shown([told('1.0.0', items)]).length, 3);
  });

  test('of nothing is nothing', () => assert.deepEqual(cumulate([told('1.0.0', [])]), []));
});
