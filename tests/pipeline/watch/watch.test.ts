import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError, HostError } from '../../../src/platform/errors.ts';
import { aFollowed, aReport, hoursAgo } from './a-package.ts';
import { aWatch, type Done, fresh } from './a-watch.ts';

const WROTE = aReport({ paths: ['data/releases/npm/a.json'] });
const OFFLINE = aReport({ offline: true, succeeded: 0, requests: { 'registry.example': 3 } });

const NEVER = new Promise<never>(() => {});

function minutesOf({ asked }: Done): number[] {
  return asked.map(([minute]) => minute);
}

describe('rounds', () => {
  test('begin at once, and then at their interval; the time that one takes is no delay', async (t) => {
    assert.deepEqual(minutesOf(await aWatch(t, { minutes: 200 })), [0, 60, 120, 180]);
    assert.deepEqual(minutesOf(await aWatch(t, { minutes: 40, every: 10 })), [0, 10, 20, 30]);
  });

  test('ask each package at its own interval', async (t) => {
    const followed = () => [
      fresh('lively'),
      aFollowed('calm', { newestAt: hoursAgo(5 * 24) }),
      aFollowed('quiet'),
    ];
    const { asked } = await aWatch(t, { minutes: 24 * 60 + 1, followed });
    const times = (name: string) => asked.filter(([, purls]) => purls.includes(`pkg:npm/${name}`)).length;
    assert.deepEqual([times('lively'), times('calm'), times('quiet')], [25, 9, 2]);
  });

  test('ask nobody where nothing is due, and say so', async (t) => {
    const { asked, told } = await aWatch(t, { minutes: 100, followed: () => [aFollowed('quiet')] });
    assert.equal(asked.length, 1);
    assert.ok(told.includes('No package is due.'));
  });

  test('leave what a host does not bear for the next one, and say so', async (t) => {
    const asked = { host: 'codeberg.org', requestsADay: 2000, cost: 1 };
    const many = Array.from({ length: 25 }, (_, index) => aFollowed(`p${index}`, { asked }));
    const done = await aWatch(t, { minutes: 4, every: 1, followed: () => many });
    assert.deepEqual(
      done.asked.map(([, purls]) => purls.length),
      [10, 10, 5],
    );
    assert.equal(new Set(done.asked.flatMap(([, purls]) => purls)).size, 25);
    assert.match(done.told.join('\n'), /^15 packages wait for the next round.*^5 packages wait/ms);
  });

  test('read the lists anew: what was added is asked in the next one', async (t) => {
    const followed = (minute: number) => (minute < 60 ? [fresh('a')] : [fresh('b'), fresh('a')]);
    const { asked } = await aWatch(t, { minutes: 70, followed });
    assert.deepEqual(
      asked.map(([, purls]) => purls),
      [['pkg:npm/a'], ['pkg:npm/b', 'pkg:npm/a']],
    );
  });

  test('are left out where a list is broken: told, and on with the next one', async (t) => {
    const followed = (minute: number) => {
      if (minute === 60)
        throw new ConfigError('main.yml:4: unknown key\nmain.yml:6: no date', { remedy: 'mend' });
      return [fresh('a')];
    };
    const done = await aWatch(t, { minutes: 130, followed });
    assert.deepEqual(minutesOf(done), [0, 120]);
    assert.match(done.told.join('\n'), /^main\.yml:4: unknown key\nmain\.yml:6: no date\nRemedy: mend\.$/m);
  });

  for (const error of [new ConfigError('another run is at work here'), new TypeError('a fault of ours')]) {
    test(`that throw are told, and the loop goes on: ${error.name}`, async (t) => {
      const done = await aWatch(t, {
        minutes: 70,
        fetch: async (minute) => (minute === 0 ? Promise.reject(error) : aReport()),
      });
      assert.deepEqual(minutesOf(done), [0, 60]);
      assert.ok(done.told.some((line) => line.includes(error.message)));
    });
  }
});

describe('a machine that slept', () => {
  test('has exactly one round at waking, and the next at the interval from then', async (t) => {
    // It falls asleep within the first pause, and wakes ten hours later.
    const done = await aWatch(t, { minutes: 760, jump: (minute) => (minute === 30 ? 600 : 0) });
    assert.deepEqual(minutesOf(done), [0, 630, 690, 750]);
  });

  test('in the middle of a round is no reason for another one at once', async (t) => {
    const takes = (minute: number) => (minute === 0 ? 600 : 20);
    assert.deepEqual(minutesOf(await aWatch(t, { minutes: 800, takes })), [0, 660, 720, 780]);
  });

  test('whose clock was set back waits no longer than it would have', async (t) => {
    const stop = new AbortController();
    let slept = 0;
    const asked: number[] = [];
    await aWatch(t, {
      minutes: 10_000,
      stop,
      jump: () => {
        slept += 1;
        if (slept > 300) stop.abort();
        return slept === 10 ? -600 : 0;
      },
      fetch: async () => {
        asked.push(slept);
        return aReport();
      },
    });
    assert.deepEqual(asked, [0, 120, 240]);
  });
});

describe('without a network', () => {
  test('it is tried again soon, twice as late each time, up to the interval; one line each', async (t) => {
    const done = await aWatch(t, { minutes: 220, fetch: async (minute) => (minute < 150 ? OFFLINE : WROTE) });
    assert.deepEqual(minutesOf(done), [0, 5, 15, 35, 75, 135, 195]);
    const lines = done.told.filter((line) => line.startsWith('No host answered (registry.example)'));
    assert.equal(lines.length, 6);
    assert.deepEqual(done.builds, [0, 195]);
  });

  test('rounds that are closer than five minutes stay as they are', async (t) => {
    const done = await aWatch(t, { minutes: 6, every: 2, fetch: async () => OFFLINE });
    assert.deepEqual(minutesOf(done), [0, 2, 4]);
  });

  test('packages that all fail already are written as ever: their host may be gone for good', async (t) => {
    const broken = { ...fresh('broken'), isFailing: true };
    const followed = (minute: number) => (minute === 0 ? [fresh('a'), broken] : [broken]);
    assert.deepEqual((await aWatch(t, { minutes: 70, followed })).guarded, [true, false]);
  });

  test('a remote of git that cannot be reached is the same', async (t) => {
    const fetch = async () => Promise.reject(new HostError('origin/main: no route', { remedy: 'see' }));
    const done = await aWatch(t, { minutes: 10, fetch });
    assert.deepEqual(minutesOf(done), [0, 5]);
    assert.ok(done.told.includes('origin/main: no route'));
  });
});

describe('the site', () => {
  test('is built at the start, and after rounds that wrote something', async (t) => {
    const done = await aWatch(t, {
      minutes: 200,
      fetch: async (minute) => (minute === 120 ? WROTE : aReport()),
    });
    assert.deepEqual(done.builds, [0, 120]);
  });

  test('that could not be built is told with its last words, and built again after the next round', async (t) => {
    const words = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    const done = await aWatch(t, {
      minutes: 130,
      build: async (minute) => (minute < 60 ? words : undefined),
    });
    assert.deepEqual(done.builds, [0, 0, 60]);
    assert.ok(done.told.includes('line 39') && !done.told.includes('line 20'));
  });

  test('is not built where a push cannot be merged here, which is told', async (t) => {
    const commits: string[] = [];
    const bringForward = async (commit: string) => commits.push(commit) > 1;
    const fetch = async (minute: number) => ({ ...WROTE, commit: `c${minute}` });
    const done = await aWatch(t, { minutes: 70, bringForward, fetch });
    assert.deepEqual(commits, ['c0', 'c60']);
    assert.deepEqual(done.builds, [0, 60]);
    assert.equal(done.told.filter((line) => line.includes('the site shows the checkout as it is')).length, 1);
  });
});

describe('the stop', () => {
  test('within a pause ends it', async (t) => {
    const done = await aWatch(t, { minutes: 20 });
    assert.deepEqual(minutesOf(done), [0]);
    assert.equal(done.told.at(-1), 'Ended.');
  });

  test('within a fetch lets it end, if that takes no longer than four seconds', async (t) => {
    const stop = new AbortController();
    let hasWritten = false;
    const fetch = async () => {
      stop.abort();
      await new Promise((resolve) => setImmediate(resolve));
      hasWritten = true;
      return WROTE;
    };
    const done = await aWatch(t, { minutes: 90, stop, fetch, grace: NEVER });
    assert.ok(hasWritten);
    assert.deepEqual([done.asked.length, done.builds, done.told.at(-1)], [1, [0], 'Ended.']);
  });

  test('within a fetch that goes on gives it up', async (t) => {
    const stop = new AbortController();
    const fetch = async () => {
      stop.abort();
      return NEVER;
    };
    const done = await aWatch(t, { minutes: 90, stop, fetch, grace: Promise.resolve() });
    assert.match(done.told.at(-1) ?? '', /^Ended in the middle of a round/);
  });

  test('within a build does not tell that it failed', async (t) => {
    const stop = new AbortController();
    const build = async () => {
      stop.abort();
      return 'killed';
    };
    const done = await aWatch(t, { minutes: 90, stop, build, grace: NEVER });
    assert.deepEqual([done.asked, done.told], [[], ['Ended.']]);
  });
});
