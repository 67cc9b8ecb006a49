import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeListings } from '../../../src/store/merge.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { makeProject, makeRelease, makeTag } from '../../upstream/gitlab-project.ts';
import { heldOf, PURL, settingOf, versionsOf } from './gitlab-scene.ts';

const DUE = '2026-01-20T12:00:00Z';
const BEFORE = 'Tue, 20 Jan 2026 11:59:59 GMT';
const AFTER = 'Tue, 20 Jan 2026 12:00:00 GMT';
const RULES = { since: undefined, isRolling: () => false };

function upcoming(tag: string, at = DUE, more: Readonly<Record<string, unknown>> = {}) {
  return makeRelease(tag, 9, { released_at: at, upcoming_release: true, ...more });
}

describe('an upcoming release of GitLab', () => {
  test('is not listed before its time; the list is complete all the same', async () => {
    const project = makeProject('acme/tool', { releases: [upcoming('v2'), makeRelease('v1', 1)] });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(versionsOf(fetched), ['v1']);
      assert.equal(listingsOf(fetched).complete, true);
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(again.fetched.status, 'unchanged');
      assert.equal(again.asked.length, 1);
    });
  });

  test('that is announced later costs one reading, and then one request again', async () => {
    const project = makeProject('acme/tool', { releases: [makeRelease('v1', 1)] });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      const held = heldOf(fetched);
      project.releases = [upcoming('v2'), makeRelease('v1', 1)];
      assert.deepEqual(versionsOf((await lookUp(PURL, { held })).fetched), ['v1']);
      const again = await lookUp(PURL, { held });
      assert.deepEqual([again.fetched.status, again.asked.length], ['unchanged', 1]);
    });
  });

  test('is published when its time has come, though nothing else changed', async () => {
    const project = makeProject('acme/tool', { releases: [upcoming('v2'), makeRelease('v1', 1)] });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      const first = await lookUp(PURL);
      const imported = mergeListings(PURL, undefined, listingsOf(first.fetched), { ...RULES, at: DUE });
      assert.ok(imported.status === 'merged');
      project.releases = [upcoming('v2', DUE, { upcoming_release: false }), makeRelease('v1', 1)];
      const later = await lookUp(PURL, { held: imported.record });
      const at = '2026-01-20T13:00:00Z';
      const merged = mergeListings(PURL, imported.record, listingsOf(later.fetched), { ...RULES, at });
      assert.ok(merged.status === 'merged');
      assert.deepEqual(
        merged.changes.map(({ kind, version }) => [kind, version]),
        [['published', 'v2']],
      );
    });
  });

  test('is found by the server’s time where it stands on no first page, and where the server marks none', async () => {
    const far = Array.from({ length: 21 }, (_, index) => upcoming(`v3.${index}`, '2027-01-01T00:00:00Z'));
    const mark = { upcoming_release: undefined };
    let date = BEFORE;
    const v2 = upcoming('v2', DUE, mark);
    const releases = [...far.slice(1), v2, ...far.slice(0, 1), makeRelease('v1', 1)];
    await playScene(
      settingOf([makeProject('acme/tool', { releases })], { date: () => date }),
      async (scene) => {
        const { fetched } = await scene.lookUp(PURL);
        assert.deepEqual(versionsOf(fetched), ['v1']);
        const held = heldOf(fetched);
        assert.equal((await scene.lookUp(PURL, { held })).fetched.status, 'unchanged');
        date = AFTER;
        assert.deepEqual(versionsOf((await scene.lookUp(PURL, { held })).fetched), ['v2', 'v1']);
        assert.equal((await scene.lookUp(PURL, { held })).fetched.status, 'unchanged');
      },
    );
  });

  for (const [who, at, date] of [
    ['release', 'soon', BEFORE],
    ['server', DUE, 'today'],
  ] as const) {
    test(`makes every look a full one where the ${who} tells no time`, async () => {
      const project = makeProject('acme/tool', { releases: [upcoming('v2', at), makeRelease('v1', 1)] });
      await playScene(settingOf([project], { date: () => date }), async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        const again = await lookUp(PURL, { held: heldOf(fetched) });
        assert.equal(again.asked.length, 2);
        assert.equal(again.fetched.status, 'unchanged', 'what was listed is the same');
      });
    });
  }

  test('that was public before stays listed, and says nothing until its time', async () => {
    const project = makeProject('acme/tool', { releases: [makeRelease('v2', 2), makeRelease('v1', 1)] });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      project.releases = [upcoming('v2'), makeRelease('v1', 1)];
      const later = await lookUp(PURL, { held: heldOf(fetched) });
      assert.deepEqual(listingsOf(later.fetched).releases[0], { version: 'v2' });
    });
  });

  test('that was withdrawn is not restored before its time', async () => {
    const project = makeProject('acme/tool', { releases: [upcoming('v2'), makeRelease('v1', 1)] });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      const releases = [{ version: 'v2', seenAt: DUE, withdrawnAt: DUE }];
      assert.deepEqual(versionsOf((await lookUp(PURL, { held: { upstream: {}, releases } })).fetched), [
        'v1',
      ]);
    });
  });

  test('hides its tag where nothing else is released', async () => {
    const tags = [makeTag('v2', 9), makeTag('v1', 1)];
    const project = makeProject('acme/tool', { releases: [upcoming('v2')], tags });
    await playScene(settingOf([project], { date: () => BEFORE }), async ({ lookUp }) => {
      assert.deepEqual(versionsOf((await lookUp(PURL)).fetched), ['v1']);
    });
  });
});
