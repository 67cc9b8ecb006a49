import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeLine } from '../../../src/store/ledger.ts';
import { aListing, hoursLater } from '../../build-release.ts';
import { DOWN, listed } from '../a-store.ts';
import { aHistory, claiming, DAY_2, type History, told } from './a-history.ts';

const NPM = 'pkg:npm/tool';
const GITHUB = 'pkg:github/acme/tool';
const LIST = `title: Main\nprojects:\n  - package: ${NPM}\n    channels: [${GITHUB}]\n`;
const PLACE = DAY_2.slice('data/'.length);
const OLD = aListing({ version: '1.0.0' });
const NEW = aListing({ version: '1.1.0', publishedAt: hoursLater(1) });
const LAG = changeLine({
  at: hoursLater(26),
  kind: 'lagging',
  package: GITHUB,
  version: '1.1.0',
  subject: NPM,
  severity: 'notice',
});

/** npm has a version that GitHub lacks; a day later both are asked again, or GitHub does not answer. */
async function aLag(history: History, isAsked = true): Promise<void> {
  await history.run({ [NPM]: listed('n', OLD), [GITHUB]: listed('g', OLD) }, 0);
  await history.run({ [NPM]: listed('n', NEW, OLD), [GITHUB]: { status: 'unchanged' } }, 1);
  const github = isAsked ? ({ status: 'unchanged' } as const) : DOWN;
  await history.run({ [NPM]: { status: 'unchanged' }, [GITHUB]: github }, 26);
}

test('a lag that the records bear out is believed', async (t) => {
  const history = await aHistory(t, LIST);
  await aLag(history);
  assert.equal(history.read(DAY_2), LAG);
  const { problems, lines } = await history.verify();
  assert.deepEqual([problems, lines], [[], 4]);
});

test('its absence says nothing: the package may not have been asked', async (t) => {
  const history = await aHistory(t, LIST);
  await aLag(history, false);
  assert.deepEqual((await history.verify()).problems, []);
  history.write(DAY_2, LAG);
  history.commit(claiming('scrape', 26), hoursLater(26));
  assert.deepEqual((await history.verify()).problems, []);
});

test('a lag is borne out by what the other package becomes in the same run', async (t) => {
  const history = await aHistory(t, LIST);
  const unstable = { ...NEW, prerelease: true };
  await history.run({ [NPM]: listed('n', OLD), [GITHUB]: listed('g', OLD) }, 0);
  await history.run({ [NPM]: listed('n', unstable, OLD), [GITHUB]: { status: 'unchanged' } }, 1);
  await history.run(
    { [NPM]: listed('n', { ...NEW, prerelease: false }, OLD), [GITHUB]: { status: 'unchanged' } },
    26,
  );
  assert.match(history.read(DAY_2), /lagging.*\n.*promoted/);
  assert.deepEqual((await history.verify()).problems, []);
});

test('a lag of which the records know nothing is found', async (t) => {
  for (const made of [
    LAG.replace('1.1.0', '1.0.0'),
    LAG.replace(`"package":"${GITHUB}"`, `"package":"${NPM}"`),
    LAG.replace(NPM, GITHUB),
  ]) {
    const history = await aHistory(t, LIST);
    await aLag(history, false);
    history.write(DAY_2, made);
    const X = history.commit(claiming('scrape', 26), hoursLater(26));
    assert.deepEqual(told(await history.verify(), { X }), [`X ${PLACE}:1 this package did not lag then`]);
  }
});

test('a lag that only a later run bears out is found', async (t) => {
  const history = await aHistory(t, LIST);
  const unstable = { ...NEW, prerelease: true };
  await history.run({ [NPM]: listed('n', OLD), [GITHUB]: listed('g', OLD) }, 0);
  await history.run({ [NPM]: listed('n', unstable, OLD) }, 1);
  history.write(DAY_2, LAG);
  const X = history.commit(claiming('scrape', 26), hoursLater(26));
  await history.run({ [NPM]: listed('n', unstable, { ...OLD, yanked: 'broken' }) }, 27);
  await history.run({ [NPM]: listed('n', { ...NEW, prerelease: false }, OLD) }, 28);
  assert.deepEqual(told(await history.verify(), { X }), [`X ${PLACE}:1 this package did not lag then`]);
});

test('a lag that is told again is found', async (t) => {
  const history = await aHistory(t, LIST);
  await aLag(history);
  const at = hoursLater(26 + 24 * 20);
  history.write('data/changes/2026/11/22.jsonl', LAG.replace(hoursLater(26), at));
  const X = history.commit(claiming('scrape', 26 + 24 * 20), at);
  assert.deepEqual(told(await history.verify(), { X }), [
    'X changes/2026/11/22.jsonl:1 this lag was told before',
  ]);
});

test('a lag is told again in a ledger that was begun anew', async (t) => {
  const history = await aHistory(t, LIST);
  await aLag(history);
  history.git('rm', '--quiet', '-r', 'data/releases', 'data/changes', 'data/health.json');
  history.commit('Begin with an empty history');
  await history.run({ [NPM]: listed('n', OLD), [GITHUB]: listed('g', OLD) }, 0);
  await history.run({ [NPM]: listed('n', NEW, OLD), [GITHUB]: { status: 'unchanged' } }, 1);
  await history.run({ [NPM]: { status: 'unchanged' }, [GITHUB]: { status: 'unchanged' } }, 26);
  assert.deepEqual((await history.verify()).problems, []);
});
