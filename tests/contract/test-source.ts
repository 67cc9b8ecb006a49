import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { parsePackage } from '../../src/core/package.ts';
import { Release } from '../../src/core/release.ts';
import { Upstream } from '../../src/core/upstream.ts';
import { type FormatError, HostError } from '../../src/platform/errors.ts';
import type { Fetched, LookUp, Source, World } from '../../src/sources/source.ts';
import { newRelease } from '../../src/store/merge-release.ts';
import {
  type Asked,
  type Fault,
  type Handler,
  type Upstream as Server,
  startUpstream,
} from '../upstream/upstream.ts';
import { FAULTS, JSON_TYPE } from './faults.ts';
import { HELD } from './scene.ts';

/** One source with an upstream that plays its part. */
export interface SourceCase {
  readonly source: Source;
  /** The emulated upstream: knows `package` and `other`, and answers for `missing` as the real one would. */
  readonly handlers: () => readonly Handler[];
  /** A world that leads to the emulator, with empty validators, and with an Http whose `sleep` does not wait. */
  readonly world: (upstream: Server) => World | Promise<World>;
  /** Whether a request asks (also) for this purl. */
  readonly isAbout: (asked: Asked, purl: string) => boolean;
  /** The credential that the world carries; it must appear in no error. Undefined where the world has none. */
  readonly secret: string | undefined;
  readonly package: string;
  /** The version of `package` with the latest publication. */
  readonly newest: string;
  /** Whether a listing of `package` is a complete one. */
  readonly complete: boolean;
  /** Another package that exists. */
  readonly other: string;
  /** A package that upstream does not have. */
  readonly missing: string;
}

const AT = '2030-01-01T00:00:00Z';

/**
 * The suite that every source passes: each look-up is answered once, no failure looks like an
 * empty listing, nothing is `unchanged` before it was held and remembered, and one package's failure stays its own.
 */
export function testSource(title: string, subject: SourceCase): void {
  describe(`source: ${title}`, () => {
    testListings(subject);
    testAbsence(subject);
    testUnchanged(subject);
    testFaults(subject);
    testIsolation(subject);
  });
}

function testListings(subject: SourceCase): void {
  test('lists releases that can be stored as they are', async () => {
    await withUpstream(subject, undefined, async (world) => {
      const fetched = await lookUpOne(subject, world, subject.package);
      const { upstream, releases, complete } = listingsOf(fetched);
      assert.equal(complete, subject.complete);
      assert.deepEqual(Upstream.parse(upstream), JSON.parse(JSON.stringify(upstream)));
      for (const listing of releases) {
        assert.deepEqual(JSON.parse(JSON.stringify(listing)), listing, 'no key is there but undefined');
        const release = newRelease(listing, AT);
        assert.deepEqual(Release.parse(release), release);
      }
      const latest = releases.reduce((a, b) => ((b.publishedAt ?? '') > (a.publishedAt ?? '') ? b : a));
      assert.equal(latest.version, subject.newest);
    });
  });

  test('leaves out what was published before `since`', async () => {
    await withUpstream(subject, undefined, async (world) => {
      const all = listingsOf(await lookUpOne(subject, world, subject.package)).releases;
      const since = all.find((listing) => listing.version === subject.newest)?.publishedAt;
      const { releases } = listingsOf(await lookUpOne(subject, world, subject.package, { since }));
      const older = releases.filter(
        (listing) => since !== undefined && (listing.publishedAt ?? since) < since,
      );
      assert.deepEqual(older, []);
      assert.ok(releases.some((listing) => listing.version === subject.newest));
    });
  });
}

function testAbsence(subject: SourceCase): void {
  for (const held of [undefined, HELD]) {
    test(`a package that upstream does not have is gone (held: ${held !== undefined})`, async () => {
      await withUpstream(subject, undefined, async (world) => {
        const fetched = await lookUpOne(subject, world, subject.missing, { held });
        assert.equal(fetched.status, 'gone', inspect(fetched));
        assert.ok(fetched.status === 'gone' && fetched.reason !== '' && fetched.code >= 400);
      });
    });
  }
}

function testUnchanged(subject: SourceCase): void {
  test('is unchanged only where receipts were remembered and the package is held', async () => {
    await withUpstream(subject, undefined, async (world) => {
      const first = await lookUpOne(subject, world, subject.package);
      const again = await lookUpOne(subject, world, subject.package, { held: HELD });
      assert.deepEqual(listingsOf(again), listingsOf(first), 'nothing was remembered yet');
      await remember(world, first);
      const known = await lookUpOne(subject, world, subject.package, { held: HELD });
      assert.equal(known.status, 'unchanged', inspect(known));
      const notHeld = await lookUpOne(subject, world, subject.package);
      assert.deepEqual(listingsOf(notHeld), listingsOf(first), 'the cache outlived what we hold');
    });
  });
}

function testFaults(subject: SourceCase): void {
  for (const [name, fault, kind] of FAULTS) {
    test(`${name} is a failure, never an empty listing`, async () => {
      await withUpstream(
        subject,
        () => fault,
        async (world) => {
          for (const held of [undefined, HELD]) {
            const all = await lookUp(subject, world, [subject.package, subject.other], { held });
            for (const fetched of all) assertFailed(fetched, kind, subject);
          }
        },
      );
    });
  }

  test('a reply that breaks off is a failure', async () => {
    await withUpstream(
      subject,
      () => 'truncate',
      async (world) => {
        const fetched = await lookUpOne(subject, world, subject.package);
        assert.equal(fetched.status, 'failed', inspect(fetched));
      },
    );
  });
}

function testIsolation(subject: SourceCase): void {
  test('the failure of one package is its own', async () => {
    const fault = (asked: Asked): Fault | undefined =>
      subject.isAbout(asked, subject.other) ? { status: 500, headers: JSON_TYPE, body: '{}' } : undefined;
    await withUpstream(subject, fault, async (world) => {
      const purls = [subject.other, subject.package, subject.missing];
      const [other, fetched, missing] = await lookUp(subject, world, purls);
      assert.ok(other !== undefined && fetched !== undefined);
      assertFailed(other, HostError, subject);
      assert.ok(listingsOf(fetched).releases.some((listing) => listing.version === subject.newest));
      assert.equal(missing?.status, 'gone', inspect(missing));
    });
  });
}

async function withUpstream(
  subject: SourceCase,
  fault: ((asked: Asked) => Fault | undefined) | undefined,
  check: (world: World) => Promise<void>,
): Promise<void> {
  const upstream = await startUpstream(subject.handlers(), fault && { fault });
  try {
    await check(await subject.world(upstream));
  } finally {
    await upstream.close();
  }
}

async function lookUpOne(
  subject: SourceCase,
  world: World,
  purl: string,
  more: Partial<LookUp> = {},
): Promise<Fetched> {
  const [fetched] = await lookUp(subject, world, [purl], more);
  assert.ok(fetched !== undefined);
  return fetched;
}

/** What came of each purl, in their order; fails unless each was answered exactly once. */
async function lookUp(
  { source }: SourceCase,
  world: World,
  purls: readonly string[],
  more: Partial<LookUp> = {},
): Promise<Fetched[]> {
  const lookUps = purls.map((purl) => ({
    package: parsePackage(purl),
    since: undefined,
    held: undefined,
    fresh: more.held === undefined,
    ...more,
  }));
  const answers = new Map<string, Fetched[]>(lookUps.map(({ package: { purl } }) => [purl, []]));
  for await (const { package: pkg, fetched } of source.fetch(lookUps, world)) {
    const soFar = answers.get(pkg.purl);
    assert.ok(soFar !== undefined, `${pkg.purl} was not asked for`);
    soFar.push(fetched);
  }
  for (const [purl, all] of answers) assert.equal(all.length, 1, `${purl} was answered ${all.length} times`);
  return [...answers.values()].flat();
}

function listingsOf(fetched: Fetched): Extract<Fetched, { status: 'listed' }>['listings'] {
  assert.ok(fetched.status === 'listed', inspect(fetched));
  assert.notEqual(fetched.listings.releases.length, 0);
  return fetched.listings;
}

async function remember(world: World, fetched: Fetched): Promise<void> {
  assert.ok(fetched.status === 'listed');
  assert.notEqual(fetched.receipts.length, 0, 'a listing hands out receipts');
  for (const receipt of fetched.receipts) await world.validators.remember(receipt);
}

function assertFailed(
  fetched: Fetched,
  kind: typeof HostError | typeof FormatError,
  { secret }: SourceCase,
): void {
  assert.ok(fetched.status === 'failed', inspect(fetched));
  assert.ok(fetched.error instanceof kind, inspect(fetched.error));
  const text = inspect(fetched.error, { depth: 20, showHidden: true });
  if (secret !== undefined) assert.ok(!text.includes(secret), 'the error tells the secret');
}
