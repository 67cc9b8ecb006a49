import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notesHash } from '../../../src/core/notes.ts';
import { changeLine } from '../../../src/store/ledger.ts';
import { aListing, hoursLater } from '../../build-release.ts';
import { listed, releases } from '../a-store.ts';
import { A, aHistory, B, claiming, DAY_1, DAY_2, FILE_A, type History, told } from './a-history.ts';

const SETTLED = { version: '1.0.0', publishedAt: '2026-01-01T00:00:00Z', notesFrom: 'release' } as const;

function noted(notes: string) {
  return listed('a', aListing({ ...SETTLED, notes }), aListing({ version: '0.9.0' }));
}

/** What somebody does to data/ after three runs, without a run. */
interface Tampering {
  readonly name: string;
  readonly edits: readonly (readonly [string, (text: string) => string])[];
  /** The problems if it is committed as one's own, and if the commit claims to be a run's. */
  readonly byHand: readonly string[];
  readonly claimed: readonly string[];
}

const DAY = DAY_1.slice('data/'.length);
const NEXT = DAY_2.slice('data/'.length);
const RELEASES = FILE_A.slice('data/'.length);
const LINE = changeLine({
  at: hoursLater(50),
  kind: 'published',
  package: B,
  version: '7.0.0',
  severity: 'info',
});
const WRONG_EDIT = changeLine({
  at: hoursLater(30),
  kind: 'notes-edited',
  package: A,
  version: '1.0.0',
  severity: 'info',
  before: ['two'],
  after: notesHash('another text'),
});

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a line of the ledger edited',
    edits: [[DAY_1, (text) => text.replace('["one"]', '["won"]')]],
    byHand: [`X ${DAY}:3 changed by hand: a line is not as it must be`],
    claimed: [`X ${DAY}:3 a line is not as it must be`],
  },
  {
    name: 'a line of the ledger removed',
    edits: [[DAY_1, (text) => text.replace(/^.*notes-edited.*\n/m, '')]],
    byHand: [`X ${DAY}:3 changed by hand: a line is missing`],
    claimed: [`X ${DAY}:3 a line is missing`],
  },
  {
    name: 'a line of the ledger inserted',
    edits: [[DAY_1, (text) => LINE + text]],
    byHand: [`X ${DAY}:1 changed by hand: nothing tells of this line`],
    claimed: [`X ${DAY}:1 nothing tells of this line`],
  },
  {
    name: 'lines of the ledger in another order',
    edits: [[DAY_1, (text) => `${text.split('\n').slice(0, -1).toReversed().join('\n')}\n`]],
    byHand: [`X ${DAY}:1 changed by hand: a line stands out of order`],
    claimed: [`X ${DAY}:1 a line stands out of order`],
  },
  {
    name: 'a line that tells of nothing, on another day',
    edits: [[DAY_1, (text) => text + LINE]],
    byHand: [`X ${DAY}:4 changed by hand: nothing tells of this line`],
    claimed: [`X ${DAY}:4 nothing tells of this line`],
  },
  {
    name: 'a file of the ledger removed',
    edits: [[DAY_2, () => '']],
    byHand: [`X ${NEXT}:1 changed by hand: a line is missing`],
    claimed: [`X ${NEXT}:1 a line is missing`],
  },
  {
    name: 'notes edited, and no line',
    edits: [[FILE_A, (text) => text.replace('"two"', '"2"')]],
    byHand: [`X ${RELEASES} changed by hand: no run made this commit`],
    claimed: [`X ${NEXT}:2 a line is missing`],
  },
  {
    name: 'notes edited, and a line of another text',
    edits: [
      [FILE_A, (text) => text.replace('"two"', '"2"')],
      [DAY_2, (text) => text + WRONG_EDIT],
    ],
    byHand: [
      `X ${RELEASES} changed by hand: no run made this commit`,
      `X ${NEXT}:2 changed by hand: nothing tells of this line`,
    ],
    claimed: [`X ${NEXT}:2 a line is not as it must be`],
  },
  {
    name: 'a release deleted',
    edits: [[FILE_A, (text) => text.replace(/ {4}\{\n {6}"version": "0\.9\.0",[^}]*\},\n/, '')]],
    byHand: [`X ${RELEASES} changed by hand: no run made this commit`],
    claimed: [`X ${RELEASES} 0.9.0 is gone: a run never deletes a release`],
  },
  {
    name: 'a release seen at another time',
    edits: [
      [FILE_A, (text) => text.replace(`"seenAt": "${hoursLater(0)}"`, `"seenAt": "${hoursLater(-9)}"`)],
    ],
    byHand: [`X ${RELEASES} changed by hand: no run made this commit`],
    claimed: [`X ${RELEASES} 0.9.0 says that it was first seen at ${hoursLater(-9)}, not ${hoursLater(0)}`],
  },
  {
    name: 'a file that is none of ours',
    edits: [[FILE_A, () => '{}\n']],
    byHand: [],
    claimed: [],
  },
];

async function threeRuns(history: History): Promise<void> {
  await history.run({ [A]: noted('one'), [B]: listed('b', ...releases(2)) }, 0);
  await history.run({ [A]: noted('two') }, 5);
  await history.run({ [B]: listed('b', ...releases(3)) }, 30);
}

describe('tampering is found, and its commit named', () => {
  for (const { name, edits, byHand, claimed } of TAMPERINGS) {
    test(name, async (t) => {
      const history = await aHistory(t);
      await threeRuns(history);
      assert.deepEqual((await history.verify()).problems, []);
      for (const [path, change] of edits) {
        const before = history.read(path);
        history.edit(path, change);
        assert.notEqual(history.read(path), before, 'something was changed');
      }
      const own = history.commit();
      const report = await history.verify();
      if (byHand.length > 0) assert.deepEqual(told(report, { X: own }), byHand);
      else
        assert.deepEqual(
          report.problems.map(({ commit }) => commit),
          [own],
        );

      history.git('reset', '--quiet', '--soft', 'HEAD~1');
      const forged = history.commit(claiming('scrape', 30), hoursLater(30));
      const again = await history.verify();
      if (claimed.length > 0) assert.deepEqual(told(again, { X: forged }), claimed);
      else
        assert.deepEqual(
          again.problems.map(({ commit }) => commit),
          [forged],
        );
    });
  }
});
