import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Failure } from '../../src/core/health.ts';
import type { Listings } from '../../src/core/listing.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import { judge, type Verdict } from '../../src/pipeline/judge.ts';
import { FormatError, HostError } from '../../src/platform/errors.ts';
import type { Fetched } from '../../src/sources/source.ts';
import {
  aListing,
  aProject,
  aRecord,
  aRelease,
  aReply,
  hoursLater,
  IMPORTED,
  PURL,
} from '../build-release.ts';

const [PLAN] = planFetch([aProject({ package: parsePackage(PURL) })]);
const AT = hoursLater(1);
const RECEIPTS = [{ key: 'k', validator: { etag: '"1"' } }];

function judged(fetched: Fetched, held?: PackageRecord, before?: Failure, at = AT): Verdict {
  assert.ok(PLAN !== undefined);
  return judge(PLAN, fetched, held, before, at);
}

function listed(listings: Listings): Fetched {
  return { status: 'listed', listings, receipts: RECEIPTS };
}

const failure = (kind: Failure['kind'], status?: number): Failure => ({
  package: PURL,
  since: IMPORTED,
  kind,
  ...(status !== undefined && { status }),
});

describe('a listing', () => {
  test('brings the new state, what changed, and receipts to remember', () => {
    const verdict = judged(listed(aReply([aListing({ yanked: 'y' })])), aRecord());
    assert.deepEqual(verdict.record, aRecord({ since: undefined, releases: [aRelease({ yanked: 'y' })] }));
    assert.deepEqual(
      verdict.changes.map(({ kind, at }) => [kind, at]),
      [['yanked', AT]],
    );
    assert.deepEqual([verdict.receipts, verdict.failure, verdict.tripped], [RECEIPTS, undefined, false]);
  });

  test('heals a failure', () => {
    assert.equal(judged(listed(aReply([aListing()])), aRecord(), failure('host')).failure, undefined);
  });

  test('gives the record in the order of its schema, so that what is the same looks the same', () => {
    const said = aReply([aListing()], { upstream: { license: 'MIT', name: 'n', id: '1' } });
    const { record } = judged(listed(said), aRecord({ upstream: { id: '1', name: 'n', license: 'MIT' } }));
    const held = aRecord({ upstream: { id: '1', name: 'n', license: 'MIT' } });
    assert.equal(JSON.stringify(record), JSON.stringify(held));
  });

  test('that is incomplete says so, as long as it lasts', () => {
    const poor = listed(aReply([aListing()], { complete: false }));
    const verdict = judged(poor, aRecord());
    assert.deepEqual(verdict.failure, { package: PURL, since: AT, kind: 'incomplete' });
    assert.deepEqual([verdict.record, verdict.receipts], [aRecord({ since: undefined }), RECEIPTS]);
    const lasting = judged(poor, aRecord(), failure('incomplete'));
    assert.equal(lasting.failure?.since, IMPORTED);
    assert.equal(judged({ status: 'unchanged' }, aRecord(), failure('incomplete')).failure?.since, IMPORTED);
  });

  test('that is incomplete by nature is no failure, and heals one', () => {
    const feed = listed(aReply([aListing()], { complete: false, partial: 'by nature' }));
    const verdict = judged(feed, aRecord(), failure('incomplete'));
    assert.deepEqual([verdict.failure, verdict.receipts], [undefined, RECEIPTS]);
    assert.deepEqual(verdict.record, aRecord({ since: undefined }));
  });

  test('that is empty is refused, and trips the guard', () => {
    const verdict = judged(listed(aReply([])), aRecord());
    assert.deepEqual(verdict.failure, { package: PURL, since: AT, kind: 'shrunk' });
    assert.deepEqual(verdict.record, aRecord({ quarantinedAt: AT }), 'it is kept, and marked');
    assert.deepEqual(
      [verdict.changes.map(({ kind }) => kind), verdict.receipts, verdict.isRead, verdict.tripped],
      [['quarantined'], [], false, true],
    );
    const again = judged(listed(aReply([])), verdict.record, verdict.failure, hoursLater(2));
    assert.deepEqual([again.record, again.changes], [verdict.record, []]);
    assert.ok(verdict.reason?.includes('1 of 1') && verdict.remedy?.includes(`--only ${PURL} --accept`));
  });

  test('of another project is refused, without tripping the guard', () => {
    const verdict = judged(
      listed(aReply([aListing()], { upstream: { id: '2' } })),
      aRecord({ upstream: { id: '1' } }),
    );
    assert.deepEqual(verdict.record, aRecord({ upstream: { id: '1' }, foreignId: '2' }));
    assert.deepEqual(
      [verdict.failure?.kind, verdict.receipts, verdict.isRead, verdict.tripped],
      ['identity', [], false, false],
    );
    assert.deepEqual(verdict.changes, [
      { at: AT, kind: 'identity-changed', package: PURL, severity: 'alert', before: '1', after: '2' },
    ]);
  });

  test('that is whole again leaves the word of its shrinking for a day', () => {
    const shrunk = failure('shrunk');
    const verdict = (hours: number) =>
      judged(listed(aReply([aListing()])), aRecord(), shrunk, hoursLater(hours));
    assert.deepEqual([verdict(23.9).failure, verdict(23.9).isRead], [shrunk, true]);
    assert.equal(verdict(24).failure, undefined);
    assert.deepEqual(judged({ status: 'unchanged' }, aRecord(), shrunk, hoursLater(1)).failure, shrunk);
    assert.equal(judged({ status: 'unchanged' }, aRecord(), shrunk, hoursLater(24)).failure, undefined);
  });

  test('that cannot be stored is this package’s failure', () => {
    for (const releases of [[aListing({ title: 'ok', version: '' })], [aListing({ url: 'no address' })]]) {
      const verdict = judged(listed(aReply(releases)));
      assert.deepEqual(verdict.failure, { package: PURL, since: AT, kind: 'format' });
      assert.match(verdict.reason ?? '', /cannot be stored/);
      assert.deepEqual([verdict.record, verdict.changes, verdict.receipts], [undefined, [], []]);
    }
  });
});

describe('no news', () => {
  test('is no verdict, and heals a failure', () => {
    const verdict = judged({ status: 'unchanged' }, aRecord(), failure('host'));
    assert.deepEqual(
      [verdict.record, verdict.changes, verdict.receipts, verdict.failure, verdict.tripped],
      [undefined, [], [], undefined, false],
    );
  });
});

describe('a failure', () => {
  const down = (status?: number): Fetched => ({
    status: 'failed',
    error: new HostError('no answer', { remedy: 'wait', ...(status !== undefined && { status }) }),
  });

  test('tells when its host wants to be asked again', () => {
    const error = new HostError('busy', { status: 429, retryAt: '2026-12-01T00:00:00Z' });
    assert.equal(judged({ status: 'failed', error }, aRecord()).retryAt, '2026-12-01T00:00:00Z');
    assert.equal(judged(down(429), aRecord()).retryAt, undefined);
  });

  test('is told by kind and status, and changes nothing that is held', () => {
    const verdict = judged(down(503), aRecord());
    assert.deepEqual(verdict.failure, { package: PURL, since: AT, kind: 'host', status: 503 });
    assert.deepEqual([verdict.reason, verdict.remedy], ['no answer', 'wait']);
    assert.deepEqual(
      [verdict.record, verdict.changes, verdict.receipts, verdict.tripped],
      [undefined, [], [], false],
    );
    assert.deepEqual(judged(down()).failure, { package: PURL, since: AT, kind: 'host' });
    const broken: Fetched = { status: 'failed', error: new FormatError('broken') };
    assert.deepEqual(judged(broken).failure, { package: PURL, since: AT, kind: 'format' });
  });

  test('that lasts keeps its line, byte for byte', () => {
    assert.deepEqual(judged(down(503), aRecord(), failure('host', 500)).failure, failure('host', 500));
  });

  test('of another kind begins anew', () => {
    assert.equal(judged(down(), aRecord(), failure('format')).failure?.since, AT);
  });
});

describe('a package that is gone', () => {
  const gone: Fetched = { status: 'gone', reason: 'no such repository', code: 404 };

  test('is a failure at first', () => {
    const verdict = judged(gone, aRecord());
    assert.deepEqual(verdict.failure, { package: PURL, since: AT, kind: 'gone', status: 404 });
    assert.deepEqual(
      [verdict.record, verdict.changes, verdict.reason],
      [undefined, [], 'no such repository'],
    );
    assert.deepEqual(judged(gone, aRecord(), failure('gone', 404), hoursLater(23.9)).changes, []);
  });

  test('is unreachable after 24 hours, once, with all its releases', () => {
    const verdict = judged(gone, aRecord(), failure('gone', 404), hoursLater(24));
    assert.deepEqual(verdict.record, aRecord({ unreachableAt: hoursLater(24) }));
    assert.deepEqual(
      verdict.changes.map(({ kind, version }) => [kind, version]),
      [['unreachable', undefined]],
    );
    assert.deepEqual(verdict.failure, failure('gone', 404));
    const again = judged(gone, verdict.record, failure('gone', 404), hoursLater(90));
    assert.deepEqual([again.record, again.changes], [undefined, []]);
  });

  test('that was never held stays a failure', () => {
    const verdict = judged(gone, undefined, failure('gone', 404), hoursLater(90));
    assert.deepEqual([verdict.record, verdict.changes, verdict.failure?.kind], [undefined, [], 'gone']);
  });

  test('is not unreachable if something else failed in between', () => {
    assert.deepEqual(judged(gone, aRecord(), failure('host'), hoursLater(90)).changes, []);
  });

  test('is reachable when it is listed again', () => {
    const verdict = judged(
      listed(aReply([aListing()])),
      aRecord({ unreachableAt: IMPORTED }),
      failure('gone'),
    );
    assert.deepEqual(
      [verdict.changes.map(({ kind }) => kind), verdict.record?.unreachableAt, verdict.failure],
      [['reachable'], undefined, undefined],
    );
  });
});
