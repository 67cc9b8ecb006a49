import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readFigures, withFigures } from '../../src/pipeline/trust-figures.ts';
import { ROOT } from '../../src/platform/root.ts';

const TAP = `TAP version 13
# Subtest: writers of one branch
    # Subtest: 2 writers, 25 rounds
    ok 1 - 2 writers, 25 rounds
    # seed 20261130
    # trust | 2 writers × 25 rounds | 192 changes: 0 lost
    1..1
ok 1 - writers of one branch
# trust | a clock that is off | 0 lost | 0 doubled
# tests 2
`;
const ABOUT = { commit: '45c7da6f00d45c7da6f0', day: '2026-11-27', machine: '2 cores, Node 26.10.0' };

describe('the figures of a run', () => {
  test('are what its tests handed over, in their order', () => {
    assert.deepEqual(readFigures(TAP), [
      { what: '2 writers × 25 rounds', figures: '192 changes: 0 lost' },
      { what: 'a clock that is off', figures: '0 lost | 0 doubled' },
    ]);
  });

  test('replace those of the run before, and nothing else of the page', async () => {
    const page = await readFile(join(ROOT, 'docs/reliability.md'), 'utf8');
    const first = withFigures(page, readFigures(TAP), ABOUT) ?? assert.fail();
    assert.match(
      first,
      /\n`npm run test:trust`: 2026-11-27, commit `45c7da6f00d4`, 2 cores, Node 26.10.0.\n/,
    );
    assert.match(
      first,
      /\n\| 2 writers × 25 rounds \| 192 changes: 0 lost \|\n\| a clock that is off \| 0 lost \\\| 0 doubled \|\n/,
    );
    const again = withFigures(first, [], { ...ABOUT, commit: undefined }) ?? assert.fail();
    assert.match(again, /2026-11-27, 2 cores/);
    assert.equal(withFigures(again, readFigures(TAP), ABOUT), first);
    const outside = (text: string) => text.replace(/<!-- Figures[\s\S]*to here/, '');
    assert.equal(outside(first), outside(page));
  });

  test('have no place on a page without markers', () => {
    assert.equal(withFigures('# Reliability\n', [], ABOUT), undefined);
  });
});
