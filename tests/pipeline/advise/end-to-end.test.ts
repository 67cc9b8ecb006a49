import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { git } from '../../../src/platform/git.ts';
import { checkData } from '../../../src/store/check-data.ts';
import { ghsaHandler } from '../../upstream/ghsa.ts';
import { npmHandler } from '../../upstream/npm.ts';
import { type OsvRecord, osvHandler } from '../../upstream/osv.ts';
import { startUpstream, type Upstream } from '../../upstream/upstream.ts';
import {
  type FetchingProject,
  fetchingProject,
  type Run,
  removeProjects,
  SECRETS,
} from '../fetching-project.ts';
import {
  axios,
  CVE,
  GHSA,
  githubAdvisories,
  MALWARE,
  osvRecords,
  PYSEC,
  WATCHLIST,
} from './advised-world.ts';

const MORE = 'GHSA-aaaa-bbbb-cccc';
const FILES = [MORE, GHSA, MALWARE, PYSEC].map((id) => `advisories/${id}.json`);

const advisoriesOf = async (project: FetchingProject) =>
  Object.fromEntries(
    Object.entries(await project.files()).filter(([path]) => path.startsWith('advisories/')),
  );
const reportOf = ({ stdout }: Run) => JSON.parse(stdout);

describe('npm run advise, from the command line to the commit', { timeout: 110_000 }, () => {
  const records: OsvRecord[] = osvRecords();
  const github = githubAdvisories();
  let upstream: Upstream;
  let project: FetchingProject;
  const runs: Run[] = [];

  async function advise(...args: readonly string[]): Promise<Run> {
    const run = await project.advise(args);
    runs.push(run);
    return run;
  }

  before(async () => {
    upstream = await startUpstream([
      osvHandler(records, { pageSize: 1 }),
      ghsaHandler(github, { token: SECRETS.github, pageSize: 1 }),
      npmHandler([axios], { kind: 'full-featured', token: SECRETS.npm }),
    ]);
    project = await fetchingProject(upstream, WATCHLIST);
    assert.equal((await project.fetch(['--commit', '--only', 'pkg:npm/axios'])).code, 0);
  });
  after(async () => {
    await Promise.all([upstream.close(), removeProjects()]);
  });

  test('--dry-run names every package as OSV does, and asks nobody', async () => {
    const asked = upstream.asked.length;
    const { code, stdout } = await advise('--dry-run');
    assert.equal(code, 0);
    assert.deepEqual(stdout.trim().split('\n'), [
      'pkg:npm/%40acme/beta  as @acme/beta of npm',
      'pkg:npm/axios  as axios of npm',
      'pkg:pypi/flask-login  as flask-login of PyPI',
      'pkg:docker/nginx  is not asked: it has no ecosystem',
      '3 packages to ask for, 1 without an ecosystem',
    ]);
    assert.equal(upstream.asked.length, asked);
  });

  test('--commit writes one file a record and one commit, and says what they mean', async () => {
    const { code, stderr } = await advise('--commit');
    assert.equal(code, 0, stderr);
    assert.deepEqual(Object.keys(await advisoriesOf(project)), FILES);
    assert.deepEqual(await checkData(join(project.root, 'data')), []);
    assert.match(stderr, /3 of 3 packages asked for, 4 new advisories, 0 changed, 4 files written/);
    assert.match(stderr, /1 package without an ecosystem/);
    assert.match(stderr, new RegExp(`axios: new ${MORE} \\(malware\\), ${GHSA} \\(high\\)`));
    assert.match(
      stderr,
      new RegExp(
        `In use: axios 1\\.7\\.2 \\(list main\\) is affected by ${GHSA}, high: fixed in 1\\.8\\.2\\.`,
      ),
    );
    assert.match(
      stderr,
      new RegExp(`flask-login 0\\.5\\.0 \\(list main\\) is affected by ${PYSEC}, of unknown severity`),
    );
    assert.doesNotMatch(stderr, /the latest, is affected/);
    const message = await git(project.root, ['log', '-1', '--format=%B', '--', 'data/advisories']);
    assert.match(
      message,
      /^advisories: 4 new\n\n\+ GHSA-aaaa-bbbb-cccc\n[\s\S]*\n\nRun: \S+Z\nData-Op: advise\n/,
    );
  });

  test('stores what is known of our packages alone, in its own form', async () => {
    const stored = JSON.parse((await advisoriesOf(project))[`advisories/${GHSA}.json`] ?? '');
    assert.deepEqual(stored, {
      format: 1,
      id: GHSA,
      modified: '2026-03-08T16:02:43.25Z',
      published: '2026-03-07T15:16:00Z',
      aliases: [CVE],
      summary: 'axios requests are vulnerable <script>alert(1)</script> to SSRF \u202e',
      severity: [
        { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P' },
      ],
      databaseSeverity: 'HIGH',
      epss: 0.1,
      affected: [
        {
          package: 'pkg:npm/axios',
          ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.8.2' }] }],
        },
      ],
      references: [{ type: 'FIX', url: 'https://github.com/axios/axios/commit/fb8eec2' }],
    });
  });

  test('a second run changes no byte, makes no commit, and reads no record again', async () => {
    const files = await advisoriesOf(project);
    const head = await git(project.root, ['rev-parse', 'HEAD']);
    const asked = upstream.asked.length;
    const report = reportOf(await advise('--commit', '--json'));
    assert.deepEqual(await advisoriesOf(project), files);
    assert.equal(await git(project.root, ['rev-parse', 'HEAD']), head);
    assert.deepEqual([report.added, report.changed, report.paths, report.commit], [[], [], [], undefined]);
    assert.deepEqual(
      upstream.asked.slice(asked).filter(({ path }) => path.startsWith('/v1/vulns')),
      [],
    );
    assert.equal(report.alerts.length, 2);
    assert.equal(
      report.alerts[0].text,
      `axios 1.7.2 (list main) is affected by ${GHSA}, high: fixed in 1.8.2`,
    );
  });

  test('a record that moved is read again, and old versions are judged anew', async () => {
    const [moved] = records;
    assert.ok(moved);
    records[0] = {
      ...moved,
      modified: '2026-03-09T00:00:00Z',
      affected: [
        {
          package: { ecosystem: 'npm', name: 'axios' },
          ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.8.3' }] }],
        },
      ],
    };
    const { stderr } = await advise('--commit');
    assert.match(stderr, /0 new advisories, 1 changed, 1 files written/);
    assert.match(
      stderr,
      new RegExp(`axios 1\\.8\\.2, the latest, is affected by ${GHSA} \\(high\\), fixed in 1\\.8\\.3`),
    );
    assert.equal((await project.subjects())[0], 'advisories: 1 changed');
  });

  test('a record that was withdrawn is listed no longer: it is read by its id, and affects nothing', async () => {
    const [moved] = records;
    assert.ok(moved);
    records[0] = { ...moved, modified: '2026-03-10T00:00:00Z', withdrawn: '2026-03-10T00:00:00Z' };
    const report = reportOf(await advise('--json'));
    assert.deepEqual(report.changed, [GHSA]);
    assert.deepEqual(
      report.alerts.map(({ project: of }: { project: string }) => of),
      ['flask-login'],
    );
    assert.match(
      (await advisoriesOf(project))[`advisories/${GHSA}.json`] ?? '',
      /"withdrawn": "2026-03-10T00:00:00Z"/,
    );
  });

  test('a record that its database knows no longer stays, and is named', async () => {
    const files = await advisoriesOf(project);
    records.splice(
      records.findIndex(({ id }) => id === PYSEC),
      1,
    );
    github.splice(0, 1);
    const { code, stderr } = await advise();
    assert.equal(code, 0);
    assert.match(stderr, new RegExp(`${PYSEC}: its database knows it no longer; it stays as it was`));
    assert.match(stderr, new RegExp(`${MORE}: its database knows it no longer`));
    assert.deepEqual(await advisoriesOf(project), files);
  });

  test('npm run verify has nothing against such commits', async () => {
    const { verify } = await import('../../../src/pipeline/verify/verify.ts');
    const { problems } = await verify(project.root);
    assert.deepEqual(problems, []);
  });

  test('no secret and no terminal escape was shown', async () => {
    const shown = runs.map(({ stdout, stderr }) => stdout + stderr).join('');
    assert.ok(!shown.includes(SECRETS.github) && !shown.includes('\u001b'));
    const stored = Object.values(await project.files()).join('');
    assert.ok(!stored.includes(SECRETS.github));
    assert.ok((await readFile(join(project.root, 'package.json'), 'utf8')) === '{}\n');
  });
});
