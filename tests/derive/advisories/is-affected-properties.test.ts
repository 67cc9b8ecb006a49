import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import semver from 'semver';
import type { AdvisoryEvent } from '../../../src/core/advisory.ts';
import { isAffected } from '../../../src/derive/advisories/is-affected.ts';
import { joinRecords } from '../../../src/derive/advisories/join-records.ts';
import { schemeOf } from '../../../src/versions/schemes.ts';
import { anAdvisory } from './a-record.ts';

const PURL = 'pkg:npm/axios';
const SEMVER = schemeOf('npm');

const small = fc.integer({ min: 0, max: 2 });
const anyVersion = fc
  .tuple(small, small, small, fc.constantFrom('', '-alpha', '-alpha.1', '-rc.2', '+build'))
  .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`);
const anyEvent: fc.Arbitrary<AdvisoryEvent> = fc.oneof(
  fc.record({ introduced: fc.oneof(anyVersion, fc.constant('0')) }),
  fc.record({ fixed: anyVersion }),
  fc.record({ last_affected: anyVersion }),
  fc.record({
    limit: fc.oneof({ weight: 4, arbitrary: anyVersion }, { weight: 1, arbitrary: fc.constant('*') }),
  }),
);
const anyEvents = fc.array(anyEvent, { minLength: 1, maxLength: 6 });

function judge(events: readonly AdvisoryEvent[], version: string): boolean {
  const record = anAdvisory({
    affected: [{ package: PURL, ranges: [{ type: 'SEMVER', events: [...events] }] }],
  });
  return isAffected(record, PURL, version, SEMVER);
}

/** The pseudocode of the specification, by npm's own semver. Events of one version: introduced, last affected, fixed. */
function isAffectedByTheBook(events: readonly AdvisoryEvent[], version: string): boolean {
  const limits = events.flatMap((event) => ('limit' in event ? [event.limit] : []));
  if (limits.length > 0 && !limits.some((limit) => limit === '*' || semver.lt(version, limit))) return false;
  const ranks = ['introduced', 'last_affected', 'fixed'];
  const turns = events
    .flatMap((event) => Object.entries(event))
    .filter(([kind]) => kind !== 'limit')
    .map(([kind, at]) => ({ kind, at: at === '0' ? '0.0.0-0' : String(at), isZero: at === '0' }));
  turns.sort((a, b) => {
    if (a.isZero !== b.isZero) return a.isZero ? -1 : 1;
    return semver.compare(a.at, b.at) || ranks.indexOf(a.kind) - ranks.indexOf(b.kind);
  });
  let isVulnerable = false;
  for (const { kind, at } of turns) {
    if (kind === 'introduced' && semver.gte(version, at)) isVulnerable = true;
    if (kind === 'fixed' && semver.gte(version, at)) isVulnerable = false;
    if (kind === 'last_affected' && semver.gt(version, at)) isVulnerable = false;
  }
  return isVulnerable;
}

test('a SEMVER range is judged as the pseudocode does with npm’s semver', () => {
  let affected = 0;
  fc.assert(
    fc.property(anyEvents, anyVersion, (events, version) => {
      const expected = isAffectedByTheBook(events, version);
      affected += Number(expected);
      assert.equal(judge(events, version), expected);
    }),
    { numRuns: 3000 },
  );
  assert.ok(affected > 300, `${affected} of 3000 were affected`);
});

test('the order of events does not matter', () => {
  const shuffled = anyEvents.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, anyVersion, ([events, others], version) => {
      assert.equal(judge(others, version), judge(events, version));
    }),
  );
});

const anyId = fc.constantFrom('GHSA-1', 'GHSA-2', 'CVE-1-1', 'CVE-1-2', 'PYSEC-1', 'RUSTSEC-1', 'MAL-1');
const anyRecords = fc.uniqueArray(
  fc.record({ id: anyId, aliases: fc.uniqueArray(anyId, { minLength: 1, maxLength: 2 }) }).map(anAdvisory),
  { selector: ({ id }) => id, maxLength: 7 },
);

test('how records join does not depend on their order', () => {
  const shuffled = anyRecords.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, ([records, others]) => {
      assert.deepEqual(joinRecords(others), joinRecords(records));
    }),
  );
});

test('a record that has no name in common with others changes nothing about them', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const stranger = anAdvisory({ id: 'GO-2026-1', aliases: ['CVE-9-9'] });
      const joined = joinRecords([...records, stranger]).filter(({ id }) => id !== 'GO-2026-1');
      assert.deepEqual(joined, joinRecords(records));
    }),
  );
});

test('every two records that share a name are one, and no others', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const groups = joinRecords(records).map((one) => new Set([one.id, ...one.aliases]));
      for (const [index, group] of groups.entries()) {
        for (const other of groups.slice(index + 1)) assert.ok(group.isDisjointFrom(other));
      }
      assert.equal(joinRecords(records).flatMap((one) => one.records).length, records.length);
    }),
  );
});
