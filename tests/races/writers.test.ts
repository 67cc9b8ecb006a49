import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkData } from '../../src/store/check-data.ts';
import { projectIn, type Run } from '../pipeline/fetching-project.ts';
import { IS_FULL, tell } from '../trust.ts';
import { type Handler, startUpstream } from '../upstream/upstream.ts';
import { belongingsOf, workIn } from './a-person.ts';
import { aRemote, type Remote } from './a-remote.ts';
import { createChance } from './chance.ts';
import { assertAsModel } from './compare-with-model.ts';
import { aRacingUpstream } from './racing-upstream.ts';

const SEED = 20_261_128;
const ROUNDS = IS_FULL ? 25 : 4;
const PACKAGES = IS_FULL ? 13 : 4;
const WRITERS = IS_FULL ? [2, 4, 8] : [2];
// Hours that the clocks of the writers are off.
const CLOCKS = [0, -24, 24, 0, -1, 1, 0, -12];
const SKEW = `--import=${import.meta.resolve('./skewed-clock.ts')}`;
// During a round something happens at every so manieth request.
const REQUESTS_APART = 9;
// Every writer asks for it once a run.
const HELD = '/p0';

/** Writers of one remote, each with a clone, a cache and a clock of its own, and an upstream that does not wait for them. */
async function aRace(t: TestContext, writers: number) {
  const chance = createChance(SEED + writers);
  const { model, handlers, purls, act } = aRacingUpstream(PACKAGES, chance);
  const remote = await aRemote(t, filesOf(purls));
  const pace = slowest(remote, act);
  let isRacing = false;
  const fault = (_: unknown, nth: number) => {
    if (isRacing && nth % REQUESTS_APART === 0) act();
    return undefined;
  };
  const upstream = await startUpstream(handlers.map(pace.behind), { fault });
  t.after(upstream.close);
  const clones = Array.from({ length: writers }, (_, index) => {
    const clone = remote.clone(`writer-${index}`);
    workIn(clone);
    const environment = { NODE_OPTIONS: SKEW, TIDINGS_CLOCK_HOURS: String(CLOCKS[index] ?? 0) };
    const fetch = () => projectIn(clone.root, upstream).fetch(['--push', '--json'], environment);
    return { ...clone, fetch };
  });
  /** All at once; or the first of them begins before the others, and its last answer comes when one of those is done. */
  async function round(isStaggered: boolean): Promise<Run[]> {
    act();
    act();
    isRacing = true;
    const [first, ...others] = isStaggered ? chance.shuffle(clones) : clones;
    const waits = isStaggered ? pace.holdNext() : Promise.resolve();
    const slow = first?.fetch();
    await Promise.race([waits, slow]);
    const runs = await Promise.all([slow, ...others.map(({ fetch }) => fetch())]);
    isRacing = false;
    return runs.filter((run) => run !== undefined);
  }
  return { model, remote, clones, round };
}

function filesOf(purls: readonly string[]): Record<string, string> {
  const projects = purls.map((purl) => `  - { id: ${purl.replace(/\W+/g, '-')}, package: ${purl} }\n`);
  return {
    'data/watchlists/main.yml': `title: Raced\nprojects:\n${projects.join('')}`,
    'package.json': '{}\n',
    'README.md': 'Raced\n',
    '.gitignore': '.cache/\n',
  };
}

/** Lets one answer be on its way until the branch has moved: whoever waits for it has old answers to all that it asked. */
function slowest({ git }: Remote, act: () => void) {
  let hold: (() => void) | undefined;
  const head = () => git('rev-parse', 'main');
  const behind =
    (handler: Handler): Handler =>
    async (asked, origin) => {
      const served = await handler(asked, origin);
      if (served === undefined || hold === undefined || asked.path !== HELD) return served;
      const [begin, before] = [hold, head()];
      hold = undefined;
      await sleep(500);
      act();
      act();
      begin();
      for (let tries = 0; tries < 100 && head() === before; tries += 1) await sleep(100);
      return served;
    };
  const holdNext = () =>
    new Promise<void>((resolve) => {
      hold = resolve;
    });
  return { behind, holdNext };
}

/** Asserts that the branch only ever went forward, in one line, and that every commit of it holds a valid data folder. */
async function assertHistory(remote: Remote): Promise<{ commits: number; pushes: number }> {
  const heads = remote.git('reflog', 'show', 'main', '--format=%H').trim().split('\n').reverse();
  const commits = remote.git('rev-list', '--reverse', '--parents', 'main').trim().split('\n');
  const chain = commits.map((line) => line.split(' '));
  assert.deepEqual(
    chain.slice(1).map(([, ...parents]) => parents),
    chain.slice(0, -1).map(([commit]) => [commit]),
  );
  const places = heads.map((head) => chain.findIndex(([commit]) => commit === head));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(!places.includes(-1), 'a commit that was pushed is no longer there');
  const { root, git } = remote.newest();
  for (const [commit = ''] of chain) {
    git('checkout', '--quiet', '--detach', commit);
    assert.deepEqual(await checkData(join(root, 'data')), [], commit);
  }
  git('checkout', '--quiet', 'main');
  return { commits: commits.length - 1, pushes: heads.length };
}

describe('writers of one branch at the same time', { timeout: 3_600_000 }, () => {
  for (const writers of WRITERS) {
    test(`${writers} writers, ${ROUNDS} rounds`, async (t) => {
      t.diagnostic(`seed ${SEED + writers}`);
      const { model, remote, clones, round } = await aRace(t, writers);
      const belongings = clones.map(belongingsOf);
      const [quiet = assert.fail()] = clones;
      assert.equal((await quiet.fetch()).code, 0);
      let late = 0;
      for (let number = 0; number < ROUNDS; number += 1) {
        for (const { code, stderr } of await round(number % 2 === 1)) {
          if (code === 0) continue;
          // Who was late five times says so, and keeps what was read; others land once a round, so that it takes more than five.
          assert.match(stderr, /moved on 5 times/);
          assert.ok(writers > 5);
          late += 1;
        }
      }
      const last = await quiet.fetch();
      assert.equal(last.code, 0, last.stderr);
      await assertAsModel(join(remote.newest().root, 'data'), model);
      const { commits, pushes } = await assertHistory(remote);
      assert.deepEqual(clones.map(belongingsOf), belongings);
      tell(
        t,
        `${writers} writers × ${ROUNDS} rounds on one branch`,
        `${model.lines.length} changes: 0 lost, 0 doubled; ${commits} valid commits in ${pushes} pushes, none forced; ${late} runs gave up for a round; ${writers} people’s files kept to the byte`,
      );
    });
  }
});
