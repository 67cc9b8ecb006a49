import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import { makeArtifact } from '../../upstream/maven.ts';
import { daysOf, filesIn, headsIn, heldAfter, numbered, PURL, play } from './maven-scene.ts';

const MANY = ['1.0', '1.1', '1.2', '1.3', '1.4'];
const NAME = 'com.acme:tool';

describe('the first import', () => {
  for (const listing of ['central', 'nginx', 'apache', 'nexus'] as const) {
    test(`has all dates from one listing (${listing})`, () =>
      play([makeArtifact(NAME, MANY)], { listing }, async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(PURL);
        assert.deepEqual(filesIn(asked), ['GET maven-metadata.xml', 'GET ', 'GET 1.4/tool-1.4.pom']);
        const seconds = listing === 'nexus' ? '15' : '00';
        assert.deepEqual(daysOf(fetched), {
          '1.0': `2024-01-01T08:30:${seconds}Z`,
          '1.1': `2024-01-02T08:30:${seconds}Z`,
          '1.2': `2024-01-03T08:30:${seconds}Z`,
          '1.3': `2024-01-04T08:30:${seconds}Z`,
          '1.4': `2024-01-05T08:30:${seconds}Z`,
        });
      }));
  }

  test('of few versions asks for their POMs', () =>
    play([makeArtifact(NAME, ['1.0', '1.1'])], { listing: 'central' }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(filesIn(asked).toSorted(), [
        'GET 1.1/tool-1.1.pom',
        'GET maven-metadata.xml',
        'HEAD 1.0/tool-1.0.pom',
        'HEAD 1.1/tool-1.1.pom',
      ]);
      assert.deepEqual(daysOf(fetched), { '1.0': '2024-01-01T08:30:15Z', '1.1': '2024-01-02T08:30:15Z' });
    }));

  test('asks for the POM of what the listing lacks', () => {
    const artifact = makeArtifact(NAME, MANY);
    const late = { version: '1.5', modified: 'Mon, 01 Jul 2024 10:00:00 GMT' };
    const fault = ({ path }: { path: string }, nth: number) =>
      path.endsWith('/tool/') && nth < 3
        ? { status: 200, body: '<a href="1.0/">1.0/</a> 2024-01-01 08:30' }
        : undefined;
    return play([{ ...artifact, versions: [...artifact.versions, late] }], { fault }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(headsIn(asked).length, 5);
      assert.equal(daysOf(fetched)['1.0'], '2024-01-01T08:30:00Z');
      assert.equal(daysOf(fetched)['1.5'], '2024-07-01T10:00:00Z');
    });
  });

  for (const [name, fault] of [
    ['is missing', { status: 404 }],
    ['is refused', { status: 403 }],
    ['fails', { status: 503 }],
    ['is something else', { status: 200, body: '{"files":[]}' }],
  ] as const) {
    test(`asks for the POMs where the listing ${name}`, () =>
      play(
        [makeArtifact(NAME, MANY)],
        { listing: 'central', fault: ({ path }) => (path.endsWith('/tool/') ? fault : undefined) },
        async ({ lookUp }) => {
          const { fetched, asked } = await lookUp(PURL);
          assert.equal(headsIn(asked).length, 5);
          assert.equal(daysOf(fetched)['1.0'], '2024-01-01T08:30:15Z');
          assert.equal(listingsOf(fetched).dropped, 0);
          const again = await lookUp(PURL, { held: heldAfter(fetched) });
          assert.equal(again.fetched.status, 'unchanged');
        },
      ));
  }

  test('of five thousand versions', () =>
    play([makeArtifact(NAME, numbered(5_000))], { listing: 'central' }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(asked.length, 3);
      const { releases, complete } = listingsOf(fetched);
      assert.equal(releases.filter(({ publishedAt }) => publishedAt !== undefined).length, 5_000);
      assert.equal(complete, true);
    }));
});

describe('what the POMs of one run do not reach', () => {
  test('is dated in the next ones, newest first, and then no more', () =>
    play([makeArtifact(NAME, numbered(120))], {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.equal(listingsOf(first.fetched).releases.length, 120);
      assert.equal(daysOf(first.fetched)['1.69'], undefined);
      assert.equal(daysOf(first.fetched)['1.70'], '2024-03-11T08:30:15Z');
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.equal(headsIn(second.asked).length, 50);
      assert.equal(daysOf(second.fetched)['1.70'], undefined, 'what is held is not said again');
      assert.equal(daysOf(second.fetched)['1.20'], '2024-01-21T08:30:15Z');
      const third = await lookUp(PURL, { held: heldAfter(first.fetched, second.fetched) });
      assert.equal(headsIn(third.asked).length, 20);
      const held = heldAfter(first.fetched, second.fetched, third.fetched);
      assert.ok(held.releases.every(({ publishedAt }) => publishedAt !== undefined));
      const fourth = await lookUp(PURL, { held });
      assert.equal(fourth.fetched.status, 'unchanged');
      assert.equal(fourth.asked.length, 1);
    }));

  test('goes on where the memory was lost', () =>
    play([makeArtifact(NAME, numbered(60))], {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      const held = heldAfter(first.fetched);
      const again = await lookUp(PURL, { held, fresh: true });
      assert.equal(headsIn(again.asked).length, 10);
      assert.equal(daysOf(again.fetched)['1.0'], '2024-01-01T08:30:15Z');
    }));

  test('goes on where the host was ill at first', async () => {
    let isIll = true;
    const fault = ({ method }: { method: string }) =>
      isIll && method === 'HEAD' ? { status: 429, headers: { 'retry-after': '1' } } : undefined;
    await play([makeArtifact(NAME, numbered(60))], { fault }, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.equal(listingsOf(first.fetched).releases.length, 60);
      isIll = false;
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      const third = await lookUp(PURL, { held: heldAfter(first.fetched, second.fetched) });
      const held = heldAfter(first.fetched, second.fetched, third.fetched);
      assert.ok(held.releases.every(({ publishedAt }) => publishedAt !== undefined));
      assert.equal((await lookUp(PURL, { held })).fetched.status, 'unchanged');
    });
  });

  test('is left alone where POMs have no dates', () => {
    const { versions, ...artifact } = makeArtifact(NAME, numbered(60));
    const undated = versions.map(({ version, pom = '' }) => ({ version, pom }));
    return play([{ ...artifact, versions: undated }], {}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.equal(headsIn(first.asked).length, 50);
      const second = await lookUp(PURL, { held: heldAfter(first.fetched) });
      assert.equal(second.fetched.status, 'unchanged');
    });
  });

  test('is left alone where it is too old to be wanted', () =>
    play([makeArtifact(NAME, numbered(120))], {}, async ({ lookUp }) => {
      const since = '2024-04-01T00:00:00Z';
      const first = await lookUp(PURL, { since });
      assert.equal(headsIn(first.asked).length, 50);
      assert.equal(daysOf(first.fetched)['1.92'], '2024-04-02T08:30:15Z');
      assert.ok(!('1.80' in daysOf(first.fetched)));
      const second = await lookUp(PURL, { since, held: heldAfter(first.fetched) });
      assert.equal(second.fetched.status, 'unchanged');
    }));
});

describe('a held version', () => {
  test('is not dated out of the span that is wanted', () =>
    play([makeArtifact(NAME, ['1.0', '1.1'])], {}, async ({ lookUp }) => {
      const releases = [{ version: '1.0', seenAt: '2024-06-01T00:00:00Z' }];
      const { fetched } = await lookUp(PURL, {
        since: '2024-01-02T00:00:00Z',
        held: { upstream: {}, releases },
        fresh: true,
      });
      assert.deepEqual(daysOf(fetched), { '1.0': undefined, '1.1': '2024-01-02T08:30:15Z' });
    }));

  test('stays listed without its POM', () => {
    const artifact = makeArtifact(NAME, ['1.0', '1.1']);
    const versions = artifact.versions.map((one) => (one.version === '1.0' ? { ...one, pom: null } : one));
    return play([{ ...artifact, versions }], {}, async ({ lookUp }) => {
      const releases = [{ version: '1.0', seenAt: '2024-06-01T00:00:00Z' }];
      const { fetched } = await lookUp(PURL, { held: { upstream: {}, releases }, fresh: true });
      assert.deepEqual(Object.keys(daysOf(fetched)), ['1.0', '1.1']);
    });
  });
});

test('an artifact of which no POM is there is a failure, not an empty one', () => {
  const { versions, ...artifact } = makeArtifact(NAME, ['1.0', '1.1']);
  return play(
    [{ ...artifact, versions: versions.map((one) => ({ ...one, pom: null })) }],
    {},
    async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
    },
  );
});
