import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { osvHandler } from '../../upstream/osv.ts';
import { type Asked, type Fault, startUpstream, type Upstream } from '../../upstream/upstream.ts';
import { type FetchingProject, fetchingProject, removeProjects } from '../fetching-project.ts';
import { GHSA, MALWARE, osvRecords, PYSEC, WATCHLIST } from './advised-world.ts';

const HTML = { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' };
const REFUSED = { status: 403, body: 'no' };

describe('npm run advise, where something fails', { timeout: 110_000 }, () => {
  let upstream: Upstream;
  let project: FetchingProject;
  let fault: (asked: Asked) => Fault | undefined = () => undefined;

  // Without a token GitHub is not asked.
  const advise = (...args: readonly string[]) => project.advise(args, { GITHUB_TOKEN: '' });
  const held = async () =>
    Object.fromEntries(
      Object.entries(await project.files()).filter(([path]) => path.startsWith('advisories/')),
    );

  before(async () => {
    const listedOnly = [{ name: 'axios', id: '../../x', modified: '2026-01-01T00:00:00Z' }];
    upstream = await startUpstream([osvHandler(osvRecords(), { listedOnly })], {
      fault: (asked) => fault(asked),
    });
    project = await fetchingProject(upstream, WATCHLIST);
  });
  after(async () => {
    await Promise.all([upstream.close(), removeProjects()]);
  });

  test('nothing that was asked for can be read: exit code 1, and no file', async () => {
    fault = () => REFUSED;
    const { code, stderr } = await advise();
    assert.equal(code, 1);
    assert.match(stderr, /0 of 3 packages asked for/);
    assert.match(stderr, /pkg:npm\/%40acme\/beta, pkg:npm\/axios, pkg:pypi\/flask-login: .*403/);
    assert.deepEqual(await held(), {});
  });

  test('a run that only asks fails likewise, so that no other one applies nothing', async () => {
    fault = () => REFUSED;
    const { code, stderr } = await advise('--out', join(project.root, '.cache/answers'));
    assert.equal(code, 1);
    assert.match(stderr, /0 of 3 packages asked for\. Advisories in .*: 0/);
    assert.match(stderr, /pkg:npm\/%40acme\/beta, pkg:npm\/axios, pkg:pypi\/flask-login: .*403/);
  });

  test('one record fails: the others are written, and the next run asks for it again', async () => {
    fault = ({ path }) => (path.endsWith(PYSEC) ? HTML : undefined);
    const { code, stderr } = await advise();
    assert.equal(code, 0);
    assert.match(stderr, new RegExp(`${PYSEC}: .*text/html instead of application/json`));
    assert.match(stderr, /1 part of answers could not be read/);
    assert.deepEqual(
      Object.keys(await held()),
      [GHSA, MALWARE].map((id) => `advisories/${id}.json`),
    );
    assert.equal((await advise('--strict')).code, 1);
    assert.equal((await advise('--strict', '--out', join(project.root, '.cache/answers'))).code, 1);
    fault = () => undefined;
    const { code: after } = await advise('--strict');
    assert.equal(after, 0);
    assert.equal(Object.keys(await held()).length, 3);
  });

  test('an outage changes no byte of what is held, and its alerts stay', async () => {
    const before = await held();
    fault = () => HTML;
    const { code, stderr } = await advise();
    assert.equal(code, 1);
    assert.match(stderr, /In use: axios 1\.7\.2 \(list main\) is affected/);
    assert.deepEqual(await held(), before);
  });

  test('nobody but OSV was asked', () => {
    assert.deepEqual(
      upstream.asked.filter(({ path }) => !path.startsWith('/v1/')),
      [],
    );
    assert.ok(upstream.asked.every(({ path }) => !path.includes('..')));
  });
});
