import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AdviseReport } from '../../../src/pipeline/advise/advise-report.ts';
import { HostError } from '../../../src/platform/errors.ts';
import { aFollowed, aReport } from './a-package.ts';
import { aWatch } from './a-watch.ts';

const OFFLINE = aReport({ offline: true, succeeded: 0, requests: { 'registry.example': 3 } });
const WROTE = aReport({ paths: ['data/releases/npm/a.json'] });

/** What asking for the advisories of one package came to. */
function advised(fields: Partial<AdviseReport>): AdviseReport {
  const nothing = {
    added: [],
    changed: [],
    gone: [],
    superseded: [],
    projects: [],
    alerts: [],
    failures: [],
  };
  const counts = { asked: 1, unasked: 0, listed: 0, dropped: 0, requests: {} };
  return { at: '2026-11-20T10:00:00Z', ...counts, ...nothing, paths: [], ...fields };
}

describe('the rounds of watching', () => {
  test('ask for advisories each time, also where no package is due, and build the site if there are any', async (t) => {
    const asked: number[] = [];
    const advise = async (minute: number) => {
      asked.push(minute);
      return advised({ listed: 1, paths: minute === 60 ? ['data/advisories/GHSA-1.json'] : [] });
    };
    const followed = () => [aFollowed('quiet')];
    const { builds, told } = await aWatch(t, { minutes: 130, followed, advise });
    assert.deepEqual(
      [asked, builds],
      [
        [0, 60, 120],
        [0, 60],
      ],
    );
    assert.ok(told.some((line) => line.startsWith('1 of 1 packages asked for, 0 new advisories')));
  });

  test('ask for no advisories without a network, and go on where their database is down', async (t) => {
    const asked: number[] = [];
    const advise = async (minute: number) => {
      asked.push(minute);
      throw new HostError('osv.example cannot be reached');
    };
    const fetch = async (minute: number) => (minute === 0 ? OFFLINE : WROTE);
    const done = await aWatch(t, { minutes: 70, fetch, advise });
    assert.equal(asked.includes(0), false);
    assert.ok(asked.length > 0 && done.told.some((line) => line.includes('osv.example cannot be reached')));
    // A network is there: the next round comes at its interval, and what was fetched is shown.
    assert.equal(done.builds.length, 1 + asked.length);
    assert.ok(done.asked.length <= 3);
  });

  test('bring an advisory that was pushed into the checkout', async (t) => {
    const brought: string[] = [];
    const bringForward = async (commit: string) => brought.push(commit) > 0;
    const advise = async () => advised({ paths: ['data/advisories/GHSA-1.json'], commit: 'c0ffee' });
    await aWatch(t, { minutes: 10, advise, bringForward });
    assert.deepEqual(brought, ['c0ffee']);
  });
});
