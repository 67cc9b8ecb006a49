import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePackage } from '../../upstream/composer.ts';
import {
  FILES,
  fileOf,
  held,
  LIST,
  later,
  NAMES,
  release,
  SINCE,
  statusOf,
  three,
  UNCHANGED,
} from './change-scene.ts';
import { HOUR, MINUTE, NOW, play } from './composer-scene.ts';

describe('the list of changes', () => {
  test('tells where it ends at the first import', () =>
    play(three(), undefined, async ({ run }) => {
      const { status, asked } = await run(NAMES, { held: undefined });
      assert.deepEqual(asked, [LIST, ...FILES]);
      assert.deepEqual(status, statusOf('listed', 'listed', 'listed'));
    }));

  test('answers for all packages with one request', () =>
    held(async (stage) => {
      const { status, asked } = await stage.run(NAMES);
      assert.deepEqual(status, UNCHANGED);
      assert.deepEqual(asked, [SINCE]);
      later(stage);
      const next = await stage.run(NAMES);
      assert.deepEqual(next.status, UNCHANGED);
      assert.deepEqual(
        next.asked,
        [`${LIST}?since=${NOW + HOUR - 10 * MINUTE}`],
        'it goes on from the last time',
      );
    }));

  test('names what was changed', () =>
    held(async (stage, packages) => {
      release(packages, stage, 'acme/b');
      stage.changes.actions.push(
        { type: 'update', package: 'acme/a~dev', time: NOW / 10_000 + 60 },
        { type: 'update', package: 'acme/elsewhere', time: NOW / 10_000 + 60 },
      );
      const { status, asked } = await stage.run(NAMES);
      assert.deepEqual(asked, [SINCE, fileOf('acme/b')]);
      assert.deepEqual(status, statusOf('unchanged', 'listed', 'unchanged'));
    }));

  test('names in its own spelling', () =>
    held(async (stage) => {
      stage.changes.actions.push({ type: 'update', package: 'ACME/b', time: NOW / 10_000 + 60 });
      assert.deepEqual((await stage.run(NAMES)).asked, [SINCE, fileOf('acme/b')]);
    }));

  test('tells of what was deleted', () =>
    held(async (stage, packages) => {
      packages.splice(1, 1);
      stage.changes.actions.push({ type: 'delete', package: 'acme/b', time: NOW / 10_000 + 60 });
      const { status } = await stage.run(NAMES);
      assert.deepEqual(status, statusOf('unchanged', 'gone', 'unchanged'));
      later(stage);
      const again = await stage.run(NAMES);
      assert.deepEqual(again.status, statusOf('unchanged', 'gone', 'unchanged'), 'gone is asked again');
    }));

  test('asks for a resync: every file is asked for, with a condition', () =>
    held(async (stage, packages) => {
      later(stage, 48);
      release(packages, stage, 'acme/c');
      const { status, asked } = await stage.run(NAMES);
      assert.deepEqual(asked, [SINCE, ...FILES]);
      assert.deepEqual(status, statusOf('unchanged', 'unchanged', 'listed'));
      later(stage);
      stage.changes.actions.length = 0;
      const next = await stage.run(NAMES);
      assert.deepEqual(next.status, UNCHANGED);
      assert.equal(next.asked.length, 1, 'from there the list is followed again');
    }));

  test('names again what changed in its last minutes: files follow it with a delay', () =>
    held(async (stage) => {
      stage.changes.actions.push({ type: 'update', package: 'acme/a', time: NOW / 10_000 + 3_590 });
      const early = await stage.run(NAMES);
      assert.deepEqual(early.status, UNCHANGED, 'the old file is still served');
      later(stage);
      const { asked } = await stage.run(NAMES);
      assert.equal(asked.length, 2);
      assert.equal(asked[1], fileOf('acme/a'));
      later(stage);
      assert.equal((await stage.run(NAMES)).asked.length, 1);
    }));
});

describe('a package that was not stored', () => {
  test('is asked for again, though the list has told of it before', () =>
    held(async (stage, packages) => {
      release(packages, stage, 'acme/b');
      await stage.run(NAMES, { unstored: ['acme/b'] });
      later(stage);
      const { status, asked } = await stage.run(NAMES);
      assert.deepEqual(status, statusOf('unchanged', 'listed', 'unchanged'));
      assert.deepEqual(asked, [SINCE, fileOf('acme/b')], 'from where it was');
      later(stage);
      assert.deepEqual((await stage.run(NAMES)).status, UNCHANGED);
    }));

  test('is asked for by itself after half a day, so that the others need not be', () =>
    held(async (stage, packages) => {
      release(packages, stage, 'acme/b');
      for (let hours = 0; hours < 16; hours += 1) {
        await stage.run(NAMES, { unstored: ['acme/b'] });
        later(stage);
      }
      const { status, asked } = await stage.run(NAMES);
      assert.deepEqual(status, statusOf('unchanged', 'listed', 'unchanged'));
      assert.deepEqual(asked, [`${LIST}?since=${NOW + 16 * HOUR - 10 * MINUTE}`, fileOf('acme/b')]);
    }));
});

test('what a package has seen is not asked for again, though another one lags behind', () =>
  held(async (stage) => {
    await stage.run(['acme/b', 'acme/c']);
    later(stage);
    // Where the last run left b and c; a is an hour behind them.
    const cursor = (NOW + HOUR - 10 * MINUTE) / 10_000;
    stage.changes.actions.push(
      { type: 'update', package: 'acme/a', time: cursor - 1 },
      { type: 'update', package: 'acme/b', time: cursor - 1 },
      // It may have come later in the same second.
      { type: 'update', package: 'acme/c', time: cursor },
    );
    const { asked } = await stage.run(NAMES);
    assert.deepEqual(asked, [SINCE, fileOf('acme/a'), fileOf('acme/c')]);
  }));

test('a thousand unchanged packages take one request', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `acme/p${index}`);
  return play(
    names.map((name) => makePackage(name, ['1.0.0'])),
    undefined,
    async (stage) => {
      await stage.run(names, { held: undefined });
      later(stage);
      const { asked, fetched } = await stage.run(names);
      assert.deepEqual(asked, [SINCE]);
      assert.ok([...fetched.values()].every(({ status }) => status === 'unchanged'));
    },
  );
});
