import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { Advisory } from '../../../src/core/advisory.ts';
import type { AdvisoryDatabase, Found as Answer, Listed } from '../../../src/enrich/advisories/database.ts';
import { askDatabase } from '../../../src/pipeline/advise/ask-database.ts';
import { collectAdvisories } from '../../../src/pipeline/advise/collect-advisories.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { worldAt } from '../../contract/world-at.ts';
import { affects, anAdvisory } from '../../derive/advisories/a-record.ts';
import { ask, osvRecord } from '../../enrich/advisories/a-database.ts';
import { ghsaHandler } from '../../upstream/ghsa.ts';
import { osvHandler } from '../../upstream/osv.ts';
import { startUpstream } from '../../upstream/upstream.ts';

const AXIOS = 'pkg:npm/axios';
const BETA = 'pkg:npm/beta';
const AT = '2026-03-08T16:02:43Z';
const LATER = '2026-05-01T00:00:00Z';
const ASKED = ask(AXIOS, BETA);

type Found = Extract<Answer, { status: 'found' }>;

/** A database that lists ids by package, and knows every record but those that are gone. */
function aDatabase(
  lists: Readonly<Record<string, readonly string[] | 'down'>>,
  { gone = [], found = {} }: { readonly gone?: readonly string[]; readonly found?: Partial<Found> } = {},
) {
  const read: string[] = [];
  const database: AdvisoryDatabase = {
    title: 'Test',
    list: async (asked) =>
      new Map(
        asked.map(({ purl }): [string, Listed] => {
          const ids = lists[purl] ?? [];
          if (ids === 'down') return [purl, { status: 'failed', error: new HostError('down') }];
          return [purl, { status: 'listed', records: new Map(ids.map((id) => [id, AT])), dropped: 0 }];
        }),
      ),
    read: async (id) => {
      read.push(id);
      if (gone.includes(id)) return { status: 'gone' };
      return { status: 'found', record: anAdvisory({ id }), dropped: 0, ...found };
    },
  };
  return { database, read };
}

function listed(id: string, modified: string): Listed {
  return { status: 'listed', records: new Map([[id, modified]]), dropped: 0 };
}

function held(...records: readonly Partial<Advisory>[]): Map<string, Advisory> {
  return new Map(records.map(anAdvisory).map((record) => [record.id, record]));
}

const about = (...purls: readonly string[]) => purls.map((purl) => affects(purl, { ranges: ['+0'] }));

describe('a database is asked for', () => {
  for (const { why, lists, known, skip = [], expected } of [
    { why: 'what is new', lists: { [AXIOS]: ['GHSA-1'] }, known: held(), expected: ['GHSA-1'] },
    {
      why: 'nothing that is held as it is listed',
      lists: { [AXIOS]: ['GHSA-1'] },
      known: held({ id: 'GHSA-1', modified: AT, affected: about(AXIOS) }),
      expected: [],
    },
    {
      why: 'what moved, forwards or backwards',
      lists: { [AXIOS]: ['GHSA-1', 'GHSA-2'] },
      known: held(
        { id: 'GHSA-1', modified: '2026-01-01T00:00:00Z', affected: about(AXIOS) },
        { id: 'GHSA-2', modified: '2999-01-01T00:00:00Z', affected: about(AXIOS) },
      ),
      expected: ['GHSA-1', 'GHSA-2'],
    },
    {
      why: 'what is held without a package that is followed by now',
      lists: { [AXIOS]: ['GHSA-1'], [BETA]: ['GHSA-1'] },
      known: held({ id: 'GHSA-1', modified: AT, affected: about(AXIOS) }),
      expected: ['GHSA-1'],
    },
    {
      why: 'what is listed no longer',
      lists: { [AXIOS]: [] },
      known: held({ id: 'GHSA-1', affected: about(AXIOS) }),
      expected: ['GHSA-1'],
    },
    {
      why: 'nothing that was withdrawn, and nothing of others',
      lists: { [AXIOS]: [] },
      known: held(
        { id: 'GHSA-1', withdrawn: AT, affected: about(AXIOS) },
        { id: 'GHSA-2', affected: about('pkg:npm/other') },
      ),
      expected: [],
    },
    {
      why: 'nothing where a list could not be read',
      lists: { [AXIOS]: 'down' as const, [BETA]: [] },
      known: held({ id: 'GHSA-1', affected: about(AXIOS) }),
      expected: [],
    },
    {
      why: 'nothing that is another database’s',
      lists: { [AXIOS]: ['GHSA-1', 'GHSA-2'] },
      known: held(),
      skip: ['GHSA-1'],
      expected: ['GHSA-2'],
    },
  ]) {
    test(why, async () => {
      const { database, read } = aDatabase(lists);
      const said = await askDatabase(database, ASKED, known, new Set(skip));
      assert.deepEqual(read.sort(), expected);
      assert.deepEqual(
        said.records.map(({ id, before }) => [id, before]),
        expected.map((id) => [id, known.get(id)?.modified]),
      );
    });
  }

  for (const { why, known, record, expected } of [
    {
      why: 'replaces nothing that is held',
      known: held({ id: 'GHSA-1' }),
      record: { modified: LATER },
      expected: 0,
    },
    { why: 'is better than none', known: held(), record: { modified: LATER }, expected: 1 },
    {
      why: 'is withdrawn all the same',
      known: held({ id: 'GHSA-1' }),
      record: { modified: LATER, withdrawn: LATER },
      expected: 1,
    },
    {
      why: 'is as it was, if only a package was added',
      known: held({ id: 'GHSA-1', affected: about(BETA) }),
      record: { modified: AT },
      expected: 1,
    },
  ]) {
    test(`a record of which a part cannot be read ${why}`, async () => {
      const found = { record: anAdvisory({ id: 'GHSA-1', ...record }), dropped: 1 };
      const { database } = aDatabase({ [AXIOS]: ['GHSA-1'] }, { found });
      const lists = new Map([[AXIOS, listed('GHSA-1', record.modified)]]);
      const said = await askDatabase({ ...database, list: async () => lists }, ASKED, known);
      assert.equal(said.records.length, expected);
      assert.equal(said.dropped, 1);
      const problem = 'a part of its new text cannot be read';
      assert.deepEqual(
        said.failures,
        expected === 1 ? [] : [{ subject: 'GHSA-1', database: 'Test', problem }],
      );
    });
  }

  test('and says what failed, what is gone, and how many lists it read', async () => {
    const { database } = aDatabase({ [AXIOS]: ['GHSA-1'], [BETA]: 'down' }, { gone: ['GHSA-1'] });
    const said = await askDatabase(database, ASKED, held());
    assert.deepEqual(said.records, [{ id: 'GHSA-1', before: undefined, record: undefined }]);
    assert.deepEqual(said.failures, [{ subject: BETA, database: 'Test', problem: 'down' }]);
    assert.equal(said.listed, 1);
  });
});

describe('of two databases', () => {
  const malware = {
    ghsa_id: 'GHSA-1',
    type: 'malware' as const,
    updated_at: '2026-06-01T00:00:00Z',
    vulnerabilities: [{ package: { ecosystem: 'npm', name: 'axios' }, vulnerable_version_range: '= 1.0.0' }],
  };

  async function collect(
    t: TestContext,
    records: Parameters<typeof osvHandler>[0],
    known: readonly Advisory[],
    options: Parameters<typeof osvHandler>[1] = {},
  ) {
    const upstream = await startUpstream([
      osvHandler(records, options),
      ghsaHandler([malware], { token: 'x' }),
    ]);
    t.after(upstream.close);
    const { http } = worldAt(upstream, { homes: {} });
    const world = { http, osvUrl: upstream.origin, githubApiUrl: upstream.origin, githubToken: 'x' };
    const plan = { asked: ASKED, unasked: [], followed: ASKED };
    return (await collectAdvisories(plan, known, world)).records;
  }

  test('each has its own records', async (t) => {
    const said = await collect(t, [osvRecord('GHSA-2')], []);
    assert.deepEqual(
      said.map(({ id, record }) => [id, record?.malware]),
      [
        ['GHSA-2', undefined],
        ['GHSA-1', true],
      ],
    );
  });

  test('what OSV lists is OSV’s, and takes the place of GitHub’s', async (t) => {
    const known = anAdvisory({ id: 'GHSA-1', malware: true, modified: '2026-05-01T00:00:00Z' });
    const said = await collect(t, [osvRecord('GHSA-1')], [known]);
    assert.deepEqual(
      said.map(({ id, before, record }) => [id, before, record?.malware]),
      [['GHSA-1', '2026-05-01T00:00:00Z', undefined]],
    );
  });

  test('what was OSV’s stays OSV’s while that cannot be asked', async (t) => {
    const known = anAdvisory({ id: 'GHSA-1', modified: '2026-05-01T00:00:00Z' });
    assert.deepEqual(await collect(t, [], [known], { refused: new Set(['axios', 'beta']) }), []);
  });
});
