import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { readGithubRange } from '../../../src/enrich/advisories/ghsa-range.ts';
import type { GithubAdvisory } from '../../upstream/ghsa.ts';
import { ask, databases, stored, TOKEN } from './a-database.ts';

const ASKED = ask('pkg:npm/axios', 'pkg:npm/%40acme/beta', 'pkg:pypi/axios');

function malware(id: string, name: string, fields: Partial<GithubAdvisory> = {}): GithubAdvisory {
  return {
    ghsa_id: id,
    type: 'malware',
    updated_at: '2026-06-02T00:00:00Z',
    published_at: '2026-06-01T00:00:00Z',
    withdrawn_at: null,
    cve_id: null,
    summary: `Malware in ${name}`,
    severity: 'critical',
    vulnerabilities: [{ package: { ecosystem: 'npm', name }, vulnerable_version_range: '= 1.0.1' }],
    ...fields,
  };
}

async function open(t: TestContext, world: Parameters<typeof databases>[1], asked = ASKED) {
  const opened = await databases(asked, world);
  t.after(opened.upstream.close);
  return opened;
}

describe('GitHub’s malware', () => {
  const all = [malware('GHSA-1', 'axios'), malware('GHSA-2', '@acme/beta'), malware('GHSA-3', 'axios')];

  test('is listed by package, an ecosystem at a time and to the last page, with the token', async (t) => {
    const { github, upstream } = await open(t, { github: all, pageSize: 1 });
    const lists = await github.list(ASKED);
    assert.deepEqual(
      [...lists].map(([purl, list]) => [purl, list.status === 'listed' && [...list.records.keys()]]),
      [
        ['pkg:npm/axios', ['GHSA-1', 'GHSA-3']],
        ['pkg:npm/%40acme/beta', ['GHSA-2']],
        ['pkg:pypi/axios', []],
      ],
    );
    assert.equal(upstream.asked.length, 4);
    assert.ok(upstream.asked.every(({ headers }) => headers['authorization'] === `Bearer ${TOKEN}`));
    assert.deepEqual(
      upstream.asked.map(({ query }) => [query.get('type'), query.get('ecosystem'), query.get('affects')]),
      [...Array(3).fill(['malware', 'npm', 'axios,@acme/beta']), ['malware', 'pip', 'axios']],
    );
  });

  test('is read out of the list, or by its id', async (t) => {
    const { github, upstream } = await open(t, { github: all });
    await github.list(ASKED);
    const asked = upstream.asked.length;
    const found = await github.read('GHSA-1');
    assert.deepEqual(stored(found), {
      status: 'found',
      record: {
        format: 1,
        id: 'GHSA-1',
        modified: '2026-06-02T00:00:00Z',
        published: '2026-06-01T00:00:00Z',
        summary: 'Malware in axios',
        databaseSeverity: 'critical',
        malware: true,
        affected: [{ package: 'pkg:npm/axios', versions: ['1.0.1'] }],
      },
      dropped: 0,
    });
    assert.equal(upstream.asked.length, asked);
    assert.deepEqual(await github.read('GHSA-9'), { status: 'gone' });
  });

  test('that was withdrawn is, whatever the date', async (t) => {
    const { github } = await open(t, { github: [malware('GHSA-1', 'axios', { withdrawn_at: 'some day' })] });
    const found = await github.read('GHSA-1');
    assert.equal(found.status === 'found' && found.record.withdrawn, '2026-06-02T00:00:00Z');
  });

  test('of which one record is none is read without it', async (t) => {
    const bad = malware('../x', 'axios');
    const odd = malware('GHSA-5', 'axios', {
      vulnerabilities: [{ package: { ecosystem: 'npm', name: 'axios' }, vulnerable_version_range: '~> 1' }],
    });
    // What cannot be read of another package is none of our business.
    const foreign = malware('GHSA-6', 'axios', {
      vulnerabilities: [
        { package: { ecosystem: 'npm', name: 'axios' }, vulnerable_version_range: '= 1.0.2' },
        { package: { ecosystem: 'npm', name: 'other' }, vulnerable_version_range: '~> 1' },
      ],
    });
    const { github } = await open(t, { github: [bad, odd, foreign, ...all] });
    const list = (await github.list(ASKED)).get('pkg:npm/axios');
    assert.ok(list?.status === 'listed');
    assert.deepEqual([[...list.records.keys()], list.dropped], [['GHSA-6', 'GHSA-1', 'GHSA-3'], 2]);
  });

  test('is asked for in addresses that are not too long', async (t) => {
    const many = ask(...Array.from({ length: 200 }, (_, n) => `pkg:npm/%40acme/a-long-name-${n}`));
    const { github, upstream } = await open(t, {}, many);
    assert.equal((await github.list(many)).size, 200);
    assert.ok(upstream.asked.length > 3);
    const names = upstream.asked.flatMap(({ query }) => query.get('affects')?.split(',') ?? []);
    assert.deepEqual(
      names,
      many.map(({ name }) => name),
    );
  });

  test('behind a wrong token is a failure, not an empty list', async (t) => {
    const { github } = await open(t, { fault: () => ({ status: 401, body: '{}' }) });
    const lists = await github.list(ASKED);
    assert.deepEqual(
      [...lists.values()].map(({ status }) => status),
      ['failed', 'failed', 'failed'],
    );
    const { rates, errors } = await github.rate(ASKED);
    assert.deepEqual([rates.size, errors.length], [0, 2]);
    assert.equal((await github.read('GHSA-1')).status, 'failed');
  });
});

describe('the probability of an attack', () => {
  for (const [epss, expected] of [
    [{ percentage: 0.12, percentile: 0.9 }, [['GHSA-1', 0.12]]],
    [[{ percentage: 0.5, percentile: 0.9 }], [['GHSA-1', 0.5]]],
    [null, []],
    [{ percentage: 7 }, []],
    ['high', []],
  ] as const) {
    test(JSON.stringify(epss), async (t) => {
      const { github } = await open(t, { github: [malware('GHSA-1', 'axios', { type: 'reviewed', epss })] });
      assert.deepEqual([...(await github.rate(ASKED)).rates], expected);
    });
  }
});

describe('a range of GitHub', () => {
  const range = (...events: readonly object[]) => ({ ranges: [{ type: 'ECOSYSTEM', events }] });
  for (const [text, expected] of [
    ['= 1.2.3', { versions: ['1.2.3'] }],
    ['<= 1.0.8', range({ introduced: '0' }, { last_affected: '1.0.8' })],
    ['< 0.1.11', range({ introduced: '0' }, { fixed: '0.1.11' })],
    ['>= 4.3.0, < 4.3.5', range({ introduced: '4.3.0' }, { fixed: '4.3.5' })],
    ['>= 4.3.0, <= 4.3.5', range({ introduced: '4.3.0' }, { last_affected: '4.3.5' })],
    ['>= 0', range({ introduced: '0' })],
    ['>=1.0,<2.0', range({ introduced: '1.0' }, { fixed: '2.0' })],
    ['> 1.0', undefined],
    ['= 1.0, < 2.0', undefined],
    ['< 1.0, < 2.0', undefined],
    ['< 1.0, <= 2.0', undefined],
    ['', undefined],
    ['~> 1', undefined],
  ] as const) {
    test(text || 'nothing', () => {
      assert.deepEqual(readGithubRange(text), expected);
    });
  }
});
