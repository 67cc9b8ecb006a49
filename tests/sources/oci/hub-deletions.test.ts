import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import {
  aTag,
  LIST,
  lookUpAndHold,
  pages,
  play,
  pushAgain,
  remove,
  someTags,
  TOOL,
  versions,
} from './hub-scene.ts';
import { digestsOf, hold } from './oci-setting.ts';

describe('a deletion', () => {
  test('among what was just read is seen at once, with one request', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      remove(scene.tags, '1.0.440');
      const next = await lookUpAndHold(scene, held);
      assert.deepEqual(next.asked, [`${LIST}1`]);
      assert.ok(next.listings.complete && next.listings.dropped === 0);
      assert.ok(!versions(next.listings.releases).includes('1.0.440'));
      assert.equal(next.listings.releases.length, 449);
      assert.ok(next.held.releases.find(({ version }) => version === '1.0.440')?.missingSince);
    }));

  test('that was confirmed is not repeated', () =>
    play(someTags(450), async (scene) => {
      const first = await lookUpAndHold(scene);
      remove(scene.tags, '1.0.440');
      const { held: missing } = await lookUpAndHold(scene, first.held);
      const { fetched } = await scene.lookUp(TOOL, { held: missing, fresh: true });
      const held = hold(listingsOf(fetched), missing, '2026-03-03T00:00:00Z');
      assert.ok(held.releases.find(({ version }) => version === '1.0.440')?.withdrawnAt);
      scene.tags.push(aTag(500));
      const next = await lookUpAndHold(scene, held);
      assert.deepEqual(next.asked, [`${LIST}1`]);
      assert.ok(!versions(next.listings.releases).includes('1.0.440'));
    }));

  test('of an old tag is found by the count, no further back than needed', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      remove(scene.tags, '1.0.200');
      const next = await lookUpAndHold(scene, held);
      assert.equal(pages(next.asked), 3);
      assert.equal(next.listings.releases.length, 449);
    }));

  test('of a tag that had been pushed again is found at the last page', () =>
    play(someTags(450), async (scene) => {
      const first = await lookUpAndHold(scene);
      pushAgain(scene.tags, '1.0.3', 500);
      const { held } = await lookUpAndHold(scene, first.held);
      scene.tags.push(...Array.from({ length: 120 }, (_, index) => aTag(600 + index)));
      const later = await lookUpAndHold(scene, held);
      remove(scene.tags, '1.0.3');
      const next = await lookUpAndHold(scene, later.held);
      assert.equal(pages(next.asked), 6);
      assert.ok(!versions(next.listings.releases).includes('1.0.3'));
    }));

  test('beside as many new tags is found too', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      remove(scene.tags, '1.0.7');
      scene.tags.push(aTag(500));
      const { listings } = await lookUpAndHold(scene, held);
      assert.equal(listings.releases.length, 450);
      assert.ok(!versions(listings.releases).includes('1.0.7'));
    }));

  test('followed by a new tag of that name is a rebuild', () =>
    play(someTags(250), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      remove(scene.tags, '1.0.7');
      scene.tags.push(aTag(500, { name: '1.0.7' }));
      const next = await lookUpAndHold(scene, held);
      assert.deepEqual(next.asked, [`${LIST}1`]);
      assert.equal(digestsOf(next.held.releases).get('1.0.7'), aTag(500).digest);
      assert.equal((await scene.lookUp(TOOL, { held: next.held })).fetched.status, 'unchanged');
    }));

  test('of the repository is “gone”', () =>
    play([], async ({ lookUp }) => {
      const { fetched } = await lookUp('pkg:docker/acme/none');
      assert.ok(fetched.status === 'gone' && fetched.code === 404);
      assert.match(fetched.reason, /hub\.docker\.com has no pkg:docker\/acme\/none/);
    }));
});
