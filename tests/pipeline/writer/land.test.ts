import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { land } from '../../../src/pipeline/writer/land.ts';
import { HostError } from '../../../src/platform/errors.ts';

/** A branch that somebody else moves on `rivals` times just before we do, and what was done. */
function aRace(rivals: number, news: (base: string) => boolean = () => true) {
  const log: string[] = [];
  let head = 0;
  let tree = '';
  const branch = {
    name: 'origin/main',
    head: async () => `${head}`,
    advance: async (commit: string) => {
      if (head < rivals) {
        head += 1;
        log.push(`late with ${commit}`);
        return false;
      }
      log.push(`landed ${commit}`);
      return true;
    },
  };
  const runTree = {
    folder: '',
    reset: async (commit: string) => {
      tree = commit;
      log.push(`reset ${commit}`);
    },
    head: async () => tree,
  };
  const apply = async () => {
    const base = tree;
    if (news(base)) tree = `${base}+`;
    return base;
  };
  const pause = async (attempt: number) => void log.push(`pause ${attempt}`);
  return { log, run: () => land(branch, runTree, apply, pause) };
}

describe('landing', () => {
  test('applies once where nobody interferes', async () => {
    const race = aRace(0);
    assert.deepEqual(await race.run(), { result: '0', commit: '0+', tries: 1 });
    assert.deepEqual(race.log, ['reset 0', 'landed 0+']);
  });

  test('applies again to the commit of whoever was faster', async () => {
    const race = aRace(2);
    assert.deepEqual(await race.run(), { result: '2', commit: '2+', tries: 3 });
    assert.deepEqual(race.log, [
      'reset 0',
      'late with 0+',
      'pause 1',
      'reset 1',
      'late with 1+',
      'pause 2',
      'reset 2',
      'landed 2+',
    ]);
  });

  test('ends where they wrote all that we had to say', async () => {
    const race = aRace(1, (base) => base === '0');
    assert.deepEqual(await race.run(), { result: '1', commit: undefined, tries: 2 });
  });

  test('gives up after five tries, and says that nothing is lost', async () => {
    const race = aRace(9);
    await assert.rejects(
      race.run(),
      (error) => error instanceof HostError && /kept/.test(error.remedy ?? ''),
    );
    assert.equal(race.log.filter((line) => line.startsWith('late')).length, 5);
    assert.equal(race.log.at(-1), 'late with 4+', 'no pause after the last one');
  });
});
