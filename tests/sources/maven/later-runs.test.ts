import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELD, listingsOf, type Setting } from '../../contract/scene.ts';
import { makeArtifact } from '../../upstream/maven.ts';
import { daysOf, filesIn, headsIn, heldAfter, numbered, PURL, play, release } from './maven-scene.ts';

const MANY = ['1.0', '1.1', '1.2', '1.3', '1.4'];
const NAME = 'com.acme:tool';

describe('a later run', () => {
  test('asks for the POM of the new version alone', async () => {
    const artifacts = [makeArtifact(NAME, MANY)];
    await play(artifacts, { listing: 'central' }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      const held = heldAfter(first.fetched);
      assert.deepEqual((await lookUp(PURL, { held })).asked.length, 1);
      release(artifacts, '1.5');
      const { fetched, asked } = await lookUp(PURL, { held });
      assert.deepEqual(filesIn(asked), [
        'GET maven-metadata.xml',
        'HEAD 1.5/tool-1.5.pom',
        'GET 1.5/tool-1.5.pom',
      ]);
      assert.equal(daysOf(fetched)['1.5'], '2024-07-01T10:00:00Z');
      assert.equal(daysOf(fetched)['1.4'], undefined);
      assert.equal(
        (await lookUp(PURL, { held: heldAfter(first.fetched, fetched) })).fetched.status,
        'unchanged',
      );
    });
  });

  test('lists a version when its POM has come', async () => {
    const artifacts = [makeArtifact(NAME, ['1.0'])];
    await play(artifacts, {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      release(artifacts, '1.1', { pom: null });
      const early = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(Object.keys(daysOf(early.fetched)), ['1.0']);
      const held = heldAfter(first.fetched, early.fetched);
      const still = await lookUp(PURL, { held });
      assert.equal(still.fetched.status, 'unchanged');
      assert.deepEqual(filesIn(still.asked), ['GET maven-metadata.xml', 'HEAD 1.1/tool-1.1.pom']);
      const [artifact] = artifacts;
      assert.ok(artifact);
      const versions = artifact.versions.map(({ pom: _, ...version }) => version);
      artifacts.splice(0, 1, { ...artifact, versions });
      const then = await lookUp(PURL, { held });
      assert.deepEqual(daysOf(then.fetched), { '1.0': undefined, '1.1': '2024-07-01T10:00:00Z' });
      const last = await lookUp(PURL, { held: heldAfter(first.fetched, then.fetched) });
      assert.deepEqual(filesIn(last.asked), ['GET maven-metadata.xml']);
    });
  });

  test('waits for five versions at most', async () => {
    const artifacts = [makeArtifact(NAME, ['1.0'])];
    await play(artifacts, {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      for (const version of ['2', '3', '4', '5', '6', '7', '8']) release(artifacts, version, { pom: null });
      await lookUp(PURL, { held: heldAfter(fetched) });
      const { asked } = await lookUp(PURL, { held: heldAfter(fetched) });
      assert.deepEqual(
        headsIn(filesIn(asked)),
        ['8', '7', '6', '5', '4'].map((version) => `HEAD ${version}/tool-${version}.pom`),
      );
    });
  });

  test('dates a version when its host is well again', async () => {
    const artifacts = [makeArtifact(NAME, ['1.0'])];
    let isIll = false;
    const fault = ({ method }: { method: string }) =>
      isIll && method === 'HEAD' ? { status: 503 } : undefined;
    await play(artifacts, { fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      release(artifacts, '1.1');
      isIll = true;
      const ill = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.deepEqual(daysOf(ill.fetched), { '1.0': undefined, '1.1': undefined });
      isIll = false;
      const well = await lookUp(PURL, { held: heldAfter(first.fetched, ill.fetched) });
      assert.deepEqual(daysOf(well.fetched), { '1.0': undefined, '1.1': '2024-07-01T10:00:00Z' });
      assert.equal(
        (await lookUp(PURL, { held: heldAfter(first.fetched, well.fetched) })).fetched.status,
        'unchanged',
      );
    });
  });

  test('lists what is there where the host answers no HEAD', () =>
    play(
      [makeArtifact(NAME, ['1.0', '1.1'])],
      { fault: ({ method }) => (method === 'HEAD' ? { status: 405 } : undefined) },
      async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.deepEqual(daysOf(fetched), { '1.0': undefined, '1.1': undefined });
        assert.equal((await lookUp(PURL, { held: heldAfter(fetched) })).fetched.status, 'unchanged');
      },
    ));
});

describe('where old versions are not wanted', () => {
  const since = '2024-04-01T00:00:00Z';
  const failing = (
    isAbout: (path: string) => boolean,
  ): { fault: Setting['fault'] & object; set: (isIll: boolean) => void } => {
    let isIll = false;
    return {
      fault: ({ path, method }) => (isIll && isAbout(`${method} ${path}`) ? { status: 503 } : undefined),
      set: (value) => {
        isIll = value;
      },
    };
  };

  test('they are remembered, and not asked about again', async () => {
    const artifacts = [makeArtifact(NAME, numbered(120))];
    await play(artifacts, { listing: 'central' }, async ({ lookUp }) => {
      const first = await lookUp(PURL, { since });
      assert.equal(listingsOf(first.fetched).releases.length, 29);
      for (const version of ['2.0', '2.1']) {
        release(artifacts, version);
        const { fetched, asked } = await lookUp(PURL, { since, held: heldAfter(first.fetched) });
        assert.ok(
          filesIn(asked).every((file) => /maven-metadata|2\.[01]/.test(file)),
          asked.join(),
        );
        assert.equal(daysOf(fetched)[version], '2024-07-01T10:00:00Z');
        assert.ok(!('1.0' in daysOf(fetched)));
      }
    });
  });

  test('those that cannot be dated now are left out for now', async () => {
    const { fault, set } = failing((request) => request.endsWith('/tool/'));
    await play([makeArtifact(NAME, numbered(200))], { listing: 'central', fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL, { since: '2024-06-01T00:00:00Z' });
      const held = heldAfter(first.fetched);
      set(true);
      const lost = { since: '2024-06-01T00:00:00Z', held };
      const ill = await lookUp(PURL, { ...lost, fresh: true });
      assert.deepEqual(
        Object.keys(daysOf(ill.fetched)).toSorted(),
        held.releases.map(({ version }) => version).toSorted(),
      );
      // They may be a branch that is still cared for: each has its turn.
      const heads = [];
      for (let run = 0; run < 3; run += 1) heads.push(headsIn((await lookUp(PURL, lost)).asked).length);
      assert.deepEqual(heads, [50, 50, 2]);
      assert.equal((await lookUp(PURL, lost)).asked.length, 1);
    });
  });

  test('one whose host fails is left out for one run', async () => {
    const artifacts = [makeArtifact(NAME, ['1.0'])];
    const { fault, set } = failing((request) => request.startsWith('HEAD '));
    await play(artifacts, { fault }, async ({ lookUp }) => {
      const held = heldAfter((await lookUp(PURL, { since: '2024-01-01T00:00:00Z' })).fetched);
      release(artifacts, '1.1');
      set(true);
      const lookUpAgain = async () =>
        daysOf((await lookUp(PURL, { since: '2024-01-01T00:00:00Z', held })).fetched);
      assert.deepEqual(await lookUpAgain(), { '1.0': undefined });
      assert.deepEqual(await lookUpAgain(), { '1.0': undefined, '1.1': undefined });
      set(false);
      assert.deepEqual(await lookUpAgain(), { '1.0': undefined, '1.1': '2024-07-01T10:00:00Z' });
    });
  });

  test('what is held stays listed, though it cannot be dated', () =>
    play(
      [makeArtifact(NAME, ['1.0'])],
      { fault: ({ method }) => (method === 'HEAD' ? { status: 503 } : undefined) },
      async ({ lookUp }) => {
        const held = { upstream: {}, releases: [{ version: '1.0', seenAt: '2024-06-01T00:00:00Z' }] };
        const { fetched } = await lookUp(PURL, { since, held, fresh: true });
        assert.deepEqual(daysOf(fetched), { '1.0': undefined });
      },
    ));

  test('all are listed where there are no dates', () => {
    const { versions, ...artifact } = makeArtifact(NAME, numbered(60));
    const undated = versions.map(({ version, pom = '' }) => ({ version, pom }));
    return play([{ ...artifact, versions: undated }], {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL, { since, held: HELD, fresh: true });
      assert.equal(listingsOf(fetched).releases.length, 60);
    });
  });
});
