import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLabelledNotes } from '../../labelled/labelled-note.ts';
import { readByRules, scoreOf } from '../../labelled/measure-meaning.ts';

const LEAST = 0.95;
// Fewer say nothing about a share of 0.95.
const ENOUGH = 150;

const readings = await readByRules(readLabelledNotes());
const isTemplate = process.env['TIDINGS_TEMPLATE'] === '1';
const why =
  !isTemplate && readings.length < ENOUGH
    ? `data/ holds ${readings.length} of the labelled notes, ${ENOUGH} are needed`
    : false;

describe('the labelled notes', { skip: why }, () => {
  test('are held by the template', () => assert.ok(readings.length >= ENOUGH, `${readings.length} found`));

  for (const kind of ['breaking', 'security'] as const) {
    test(`${kind} is told as a person tells it`, () => {
      const { precision, recall, wrong } = scoreOf(kind, readings);
      const misses = wrong.map(
        ({ label, isMissing }) => `${isMissing ? 'missed' : 'false'}: ${label.package} ${label.version}`,
      );
      assert.ok(precision >= LEAST && recall >= LEAST, `${precision}, ${recall}\n${misses.join('\n')}`);
    });
  }
});
