import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { planFetch } from '../../src/pipeline/fetch-plan.ts';
import type { Verdict } from '../../src/pipeline/judge.ts';
import { addLags } from '../../src/pipeline/lag.ts';
import { aProject, aRecord, aRelease, hoursLater } from '../build-release.ts';

const NPM = parsePackage('pkg:npm/tool');
const GITHUB = parsePackage('pkg:github/acme/tool');
const PROJECT = aProject({ channels: [GITHUB] });
const NEW = aRelease({ version: '1.1.0', publishedAt: hoursLater(1), seenAt: hoursLater(1) });
const HELD = new Map(
  [NPM, GITHUB].map(({ purl }) => [purl, aRecord({ package: purl, releases: [aRelease()] })]),
);
const AHEAD = aRecord({ package: NPM.purl, releases: [NEW, aRelease({ version: '1.0.0' })] });
const LAG = {
  at: hoursLater(25),
  kind: 'lagging',
  package: GITHUB.purl,
  version: '1.1.0',
  subject: NPM.purl,
  severity: 'notice',
} as const;

/** The changes by package after a run a day later, in which npm had a new version. */
async function changesOf({ failing = false, said = false, projects = [PROJECT] } = {}) {
  const [github, npm] = planFetch([PROJECT]);
  assert.ok(github !== undefined && npm !== undefined);
  const quiet = { changes: [], receipts: [], isRead: true, tripped: false };
  const failure = { package: GITHUB.purl, since: hoursLater(0), kind: 'host' } as const;
  const verdicts: Verdict[] = [
    { plan: github, ...quiet, ...(failing && { isRead: false, failure }) },
    { plan: npm, ...quiet, record: AHEAD },
  ];
  let asked = 0;
  const ledger = async () => {
    asked += 1;
    return said ? [{ ...LAG, at: hoursLater(24) }] : [];
  };
  const judged = await addLags(verdicts, projects, HELD, ledger, hoursLater(25));
  const changes = Object.fromEntries(judged.map((one) => [one.plan.package.type, one.changes]));
  return { changes, asked, records: judged.map(({ record }) => record?.package) };
}

test('a lag is a change of the package that lags, which is written with what we hold of it', async () => {
  const { changes, asked, records } = await changesOf();
  assert.deepEqual(changes, { github: [LAG], npm: [] });
  assert.deepEqual([asked, records], [1, [GITHUB.purl, NPM.purl]]);
});

test('is said once', async () => {
  assert.deepEqual((await changesOf({ said: true })).changes, { github: [], npm: [] });
});

test('is said once for a package of two projects', async () => {
  const { changes } = await changesOf({ projects: [PROJECT, { ...PROJECT, id: 'other' }] });
  assert.deepEqual(changes, { github: [LAG], npm: [] });
});

test('is not known of a package that could not be read, and the ledger is not asked for nothing', async () => {
  const { changes, asked } = await changesOf({ failing: true });
  assert.deepEqual([changes, asked], [{ github: [], npm: [] }, 0]);
});
