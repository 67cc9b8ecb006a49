import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { aFolder } from '../../build-release.ts';
import { emulateIssues } from '../../upstream/github-issues.ts';
import { type Options, startUpstream } from '../../upstream/upstream.ts';
import { writeFiles } from '../../write-files.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/report.ts');
const TOKEN = 'ghs_notToBeSeen';
const FAILING = { package: 'pkg:npm/tool', since: '2026-01-01T00:00:00Z', kind: 'gone', status: 404 };

interface Scene extends Options {
  readonly off?: boolean;
}

/** A project folder whose GitHub is the emulator, and `npm run report` in it. */
async function aProject(t: TestContext, { off = false, ...options }: Scene = {}) {
  const github = emulateIssues({ token: TOKEN, off });
  const upstream = await startUpstream([github.handler], options);
  t.after(upstream.close);
  const root = await aFolder(t);
  const fail = (...failing: readonly object[]) =>
    writeFiles(root, { 'data/health.json': JSON.stringify({ format: 1, failing }), 'package.json': '{}\n' });
  await fail();
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: root,
    TIDINGS_ALLOW_HOSTS: upstream.host,
    npm_config_globalconfig: join(root, 'none'),
    GITHUB_API_URL: upstream.origin,
    GITHUB_SERVER_URL: upstream.origin,
    GITHUB_REPOSITORY: 'acme/releases',
    GITHUB_TOKEN: TOKEN,
  };
  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    new Promise<{ code: number; text: string }>((resolve) => {
      const options = { cwd: root, env: { ...env, ...more }, timeout: 60_000 };
      execFile(process.execPath, [SCRIPT, ...args], options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, text: stdout + stderr });
      });
    });
  const writes = () => upstream.asked.filter(({ method }) => method !== 'GET').length;
  return { run, fail, writes, issues: github.issues };
}

describe('npm run report', () => {
  test('opens one issue, keeps it up to date, says nothing twice, and closes it', async (t) => {
    const { run, fail, writes, issues } = await aProject(t);
    assert.match((await run(['health'])).text, /nothing to do/);
    await fail(FAILING);
    assert.deepEqual(await run(['health']), {
      code: 0,
      text: 'Open an issue “Packages that cannot be read”.\n',
    });
    assert.deepEqual(issues[0]?.labels, ['tidings:health']);
    assert.equal(writes(), 1);
    assert.match((await run(['health', '--run', 'success'])).text, /nothing to do/);
    assert.equal(writes(), 1, 'nothing was sent');
    await fail(FAILING, { ...FAILING, package: 'pkg:npm/tool2' });
    assert.equal((await run(['health', '--run', 'failure'])).text, 'Edit issue 1.\n');
    assert.match(issues[0]?.body ?? '', /did not end well[\s\S]*tool2/);
    await fail();
    assert.equal((await run(['health'])).text, 'Close issue 1.\n');
    assert.deepEqual([issues[0]?.state, issues[0]?.comments], ['closed', ['Everything can be read again.']]);
    await fail(FAILING);
    assert.equal((await run(['health'])).code, 0);
    assert.deepEqual([issues.length, issues[1]?.state], [2, 'open'], 'a closed one is another matter');
  });

  test('keeps the ledger apart from the packages', async (t) => {
    const { run, fail, issues } = await aProject(t);
    await fail(FAILING);
    await run(['health']);
    await run(['verify', '--run', 'failure']);
    assert.deepEqual(
      issues.map(({ labels }) => labels.join()),
      ['tidings:health', 'tidings:verify'],
    );
    await run(['verify', '--run', 'success']);
    assert.deepEqual(
      issues.map(({ state }) => state),
      ['open', 'closed'],
    );
  });

  test('only says what it would do, if asked', async (t) => {
    const { run, fail, writes } = await aProject(t);
    await fail(FAILING);
    assert.match((await run(['health', '--dry-run'])).text, /^Open an issue/);
    assert.equal(writes(), 0);
  });

  test('has nothing to say where issues are turned off', async (t) => {
    const { run, fail } = await aProject(t, { off: true });
    await fail(FAILING);
    assert.deepEqual(await run(['health']), {
      code: 0,
      text: 'acme/releases has no issues: nothing is reported.\n',
    });
  });

  test('never opens an issue twice because the answer was lost', async (t) => {
    const fault: Options['fault'] = ({ method }) => (method === 'POST' ? { status: 502 } : undefined);
    const { run, fail, writes } = await aProject(t, { fault });
    await fail(FAILING);
    const { code, text } = await run(['health']);
    assert.deepEqual([code, writes()], [1, 1]);
    assert.ok(!text.includes(TOKEN), text);
  });

  for (const [what, args, env] of [
    ['no report', [], {}],
    ['an unknown report', ['weather'], {}],
    ['an unknown result', ['health', '--run', 'skipped'], {}],
    ['no repository', ['health'], { GITHUB_REPOSITORY: '' }],
    ['no token', ['health'], { GITHUB_TOKEN: '' }],
  ] as const) {
    test(`refuses ${what}, with a remedy`, async (t) => {
      const { run } = await aProject(t);
      const { code, text } = await run(args, env);
      assert.equal(code, 2);
      assert.match(text, /\nRemedy: /);
    });
  }
});
