import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aListing, hoursLater } from '../../build-release.ts';
import { listed } from '../a-store.ts';
import { A, aHistory, claiming, DAY_1, DAY_2, told } from './a-history.ts';

const SETTLED = { version: '1.0.0', publishedAt: '2026-01-01T00:00:00Z' } as const;

function yanked(reason: string | false) {
  return { [A]: listed('a', aListing({ ...SETTLED, yanked: reason })) };
}

describe('the mark of a flap', () => {
  for (const [days, isFlap] of [
    [1, true],
    [7, true],
    [8, false],
  ] as const) {
    test(`${days} days later is made again as it was`, async (t) => {
      const history = await aHistory(t);
      await history.run(yanked(false), 0);
      await history.run(yanked('broken'), 1);
      await history.run(yanked(false), 1 + days * 24);
      assert.deepEqual((await history.verify()).problems, []);
      const path = `data/changes/2026/11/0${1 + days}.jsonl`;
      assert.equal(history.read(path).includes('"flap":true'), isFlap);
    });
  }

  test('is found where it was removed, and where it was added', async (t) => {
    const forge = async (path: string, change: (text: string) => string) => {
      const history = await aHistory(t);
      await history.run(yanked(false), 0);
      await history.run(yanked('broken'), 1);
      await history.run(yanked(false), 30);
      const hours = path === DAY_2 ? 30 : 1;
      if (path === DAY_1) history.git('reset', '--quiet', '--hard', 'HEAD~1');
      history.edit(path, change);
      history.git('reset', '--quiet', '--soft', 'HEAD~1');
      const X = history.commit(claiming('scrape', hours), hoursLater(hours));
      return told(await history.verify(), { X });
    };
    const problem = 'a line is not as it must be';
    const without = await forge(DAY_2, (text) => text.replace(',"flap":true', ''));
    assert.deepEqual(without, [`X ${DAY_2.slice(5)}:1 ${problem}`]);
    const added = await forge(DAY_1, (text) =>
      text.replace('"after":"broken"', '"after":"broken","flap":true'),
    );
    assert.deepEqual(added, [`X ${DAY_1.slice(5)}:2 ${problem}`]);
  });
});
