import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { githubHandler } from '../upstream/github.ts';
import { npmHandler } from '../upstream/npm.ts';
import { makePackage, publish } from '../upstream/npm-package.ts';
import { type Asked, startUpstream, type Upstream } from '../upstream/upstream.ts';
import {
  alphaPackage,
  alphaRepository,
  packages,
  replaceAlpha,
  repositories,
  WATCHLIST,
} from './fetched-world.ts';
import {
  type FetchingProject,
  fetchingProject,
  type Run,
  readAll,
  removeProjects,
  reportOf,
  SECRETS,
} from './fetching-project.ts';

const BROKEN = `title: Wrong
projects:
  - pkg:npm/alpha
  - packag: pkg:npm/beta
  - package: pkg:npm/gamma
    track: { since: yesterday }
  - pkg:cobol/ledger
`;

const ALPHA = 'releases/npm/alpha.json';
const FOLLOWED = [
  'releases/github/acme/alpha.json',
  'releases/github/acme/monorepo.json',
  'releases/github/acme/tags-only.json',
  'releases/npm/@acme/beta.json',
  ALPHA,
  'releases/npm/empty.json',
  'releases/npm/shaky.json',
];
const GONE = { 'pkg:github/acme/vanished': 'gone', 'pkg:npm/vanished': 'gone' };

function isShaky({ path }: Asked): boolean {
  return path === '/shaky';
}

describe('npm run fetch, from the command line to the commit', { timeout: 110_000 }, () => {
  let upstream: Upstream;
  let shaky: Upstream;
  let project: FetchingProject;
  let faulty: FetchingProject;
  const runs: Run[] = [];
  const projects: FetchingProject[] = [];

  async function fetch(of: FetchingProject, args: readonly string[], environment = {}): Promise<Run> {
    const run = await of.fetch(args, environment);
    runs.push(run);
    projects.push(of);
    return run;
  }

  before(async () => {
    const handlers = [
      githubHandler(repositories),
      npmHandler(packages, { kind: 'full-featured', token: SECRETS.npm }),
    ];
    upstream = await startUpstream(handlers);
    const fault = (asked: Asked) => (isShaky(asked) ? { status: 500, body: 'a bad day' } : undefined);
    shaky = await startUpstream(handlers, { fault });
    project = await fetchingProject(upstream, WATCHLIST);
    faulty = await fetchingProject(shaky, WATCHLIST);
  });
  after(async () => {
    await Promise.all([upstream.close(), shaky.close(), removeProjects()]);
  });

  test('--dry-run names every package and asks nobody', async () => {
    const { code, stdout } = await fetch(project, ['--dry-run']);
    assert.equal(code, 0);
    assert.match(stdout, /^pkg:npm\/alpha {2}from npm$/m);
    assert.match(stdout, /^pkg:npm\/%40acme\/beta {2}from npm$/m);
    assert.match(stdout, /^9 packages$/m);
    assert.deepEqual(upstream.asked, []);
    assert.deepEqual(Object.keys(await project.files()), ['watchlists/main.yml']);
  });

  test('wrong usage and configuration: exit code 2, every problem with its line, nobody asked', async () => {
    const broken = await fetchingProject(upstream, BROKEN);
    const [unknown, wrong] = await Promise.all([
      fetch(project, ['--only', 'pkg:npm/nobody-follows-this']),
      fetch(broken, []),
    ]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /pkg:npm\/nobody-follows-this is in no watchlist\nRemedy: npm run add/);
    assert.equal(wrong.code, 2);
    assert.equal(wrong.stdout, '');
    assert.match(wrong.stderr, /main\.yml:4: projects\[1\].*packag.*Remedy: /);
    assert.match(wrong.stderr, /main\.yml:6: projects\[2\]\.track\.since.*Remedy: /);
    assert.deepEqual(upstream.asked, []);
  });

  test('the first run imports what there is, names what is gone, and commits each package', async () => {
    const [first, withFault] = await Promise.all([
      fetch(project, ['--json', '--commit']),
      fetch(faulty, ['--json', '--strict']),
    ]);
    assert.equal(first.code, 0, first.stderr);
    const report = reportOf(first);
    assert.deepEqual([report.packages, report.succeeded, report.published], [9, 7, 0]);
    assert.deepEqual(await project.failing(), GONE);
    const files = Object.keys(await project.files());
    assert.deepEqual(
      files.filter((path) => !/^changes\/\d{4}\/\d\d\/\d\d\.jsonl$/.test(path)),
      ['health.json', ...FOLLOWED, 'watchlists/main.yml'],
    );
    assert.deepEqual((await project.subjects()).toSorted(), [
      'Follow',
      'data: 2 packages failing',
      // As in a purl: `@acme` would mention somebody.
      ...FOLLOWED.map(
        (path) => `data: import ${path.slice('releases/'.length, -'.json'.length).replace('@', '%40')}`,
      ),
    ]);

    // One package's failure is one package's: but for the moment of the run, the others' files are the same bytes.
    assert.equal(withFault.code, 1, '--strict');
    const broken = reportOf(withFault);
    assert.deepEqual(await faulty.failing(), { ...GONE, 'pkg:npm/shaky': 'host' });
    assert.deepEqual(
      await filesOf(faulty, broken.at),
      Object.fromEntries(
        Object.entries(await filesOf(project, report.at)).filter(
          ([path]) => path !== 'releases/npm/shaky.json',
        ),
      ),
    );
  });

  test('a second run changes no byte and makes no commit', async () => {
    const before = [await project.files(), await project.subjects()];
    const asked = upstream.asked.length;
    const run = await fetch(project, ['--commit']);
    assert.equal(run.code, 0);
    assert.ok(upstream.asked.length > asked, 'it asked again');
    assert.match(run.stderr, /0 new releases, 0 changes, 0 files written/);
    assert.match(run.stderr, /pkg:npm\/vanished: .+ Remedy: /);
    assert.deepEqual([await project.files(), await project.subjects()], before);
  });

  test('without a token GitHub is read in part, and says so', async () => {
    const copy = await project.copy();
    const { 'health.json': _, ...before } = await copy.files();
    const run = await fetch(copy, [], { GITHUB_TOKEN: '' });
    assert.equal(run.code, 0);
    assert.match(run.stderr, /set GITHUB_TOKEN/);
    const { 'health.json': __, ...now } = await copy.files();
    assert.deepEqual(now, before);
    const { 'pkg:github/acme/alpha': alpha, 'pkg:npm/alpha': npm, ...failing } = await copy.failing();
    assert.deepEqual([alpha, npm, failing['pkg:npm/vanished']], ['incomplete', undefined, 'gone']);
  });

  test('news: one line in the ledger for each, one commit for each package', async () => {
    const known = await project.subjects();
    replaceAlpha(publish(alphaPackage, '2.0.0'));
    const [edited, moved, replaced] = alphaRepository.releases;
    assert.ok(edited !== undefined && moved !== undefined && replaced !== undefined);
    edited.body = 'Now with a warning';
    moved.commit = 'feed'.repeat(10);
    replaced.assets = replaced.assets.map((asset) => ({ ...asset, digest: `sha256:${'0'.repeat(64)}` }));
    for (const release of [edited, moved, replaced]) release.updatedAt = '2026-01-01T00:00:00Z';

    const run = await fetch(project, ['--json', '--commit']);
    assert.equal(run.code, 0);
    assert.equal(reportOf(run).published, 1);
    const lines = (await project.ledger()).filter(({ kind }) => kind !== 'imported');
    assert.deepEqual(
      lines.map(({ kind, package: purl, version, severity }) => [kind, purl, version, severity]).toSorted(),
      [
        ['asset-replaced', 'pkg:github/acme/alpha', 'v1.2.0', 'alert'],
        ['notes-edited', 'pkg:github/acme/alpha', 'v1.0.0', 'info'],
        ['published', 'pkg:npm/alpha', '2.0.0', 'info'],
        ['tag-moved', 'pkg:github/acme/alpha', 'v1.1.0', 'alert'],
      ],
    );
    const subjects = (await project.subjects()).slice(0, -known.length);
    assert.deepEqual(subjects.toSorted(), [
      'alert(github/acme/alpha): tag moved v1.1.0',
      'release(npm/alpha): 2.0.0',
    ]);
  });

  test('an emptied listing is no news: nothing changes but the word on the source', async () => {
    const before = await wordsOf(project);
    replaceAlpha({ ...makePackage('alpha', 0), modified: '2026-02-01T00:00:00.000Z' });
    const run = await fetch(project, ['--only', 'pkg:npm/alpha']);
    assert.equal(run.code, 1, 'nothing succeeded');
    assert.deepEqual(await wordsOf(project), before);
    assert.deepEqual((await project.ledger()).at(-1)?.kind, 'quarantined');
    assert.deepEqual(await project.failing(), { ...GONE, 'pkg:npm/alpha': 'shrunk' });
    replaceAlpha(publish(alphaPackage, '2.0.0'));
  });

  test('no secret leaves the environment', async () => {
    const texts = runs.flatMap(({ stdout, stderr }) => [stdout, stderr]);
    for (const { root } of new Set(projects)) {
      for (const folder of ['data', '.cache'])
        texts.push(...Object.values(await readAll(`${root}/${folder}`)));
    }
    assert.ok(texts.length > 40);
    for (const secret of Object.values(SECRETS)) {
      assert.ok(upstream.asked.some(({ headers }) => headers['authorization']?.includes(secret)));
      assert.ok(
        texts.every((text) => !text.includes(secret)),
        secret,
      );
    }
  });
});

/** All that is held, but for what is said of a source that lost its list. */
async function wordsOf(project: FetchingProject): Promise<Record<string, string>> {
  const { 'health.json': _, ...files } = await project.files();
  const without = Object.entries(files).map(([path, text]) => [path, text.replace(/.*quarantined.*\n/g, '')]);
  return Object.fromEntries(without);
}

/** What a run wrote but for health.json, with the run's own moment blotted out. */
async function filesOf(project: FetchingProject, at: string): Promise<Record<string, string>> {
  const { 'health.json': _, ...files } = await project.files();
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.replace(/^changes\/.*/, 'ledger'),
      // The ledger has no line of a package that was never read.
      text
        .replaceAll(at, 'the run')
        .replace(/^.*"pkg:npm\/shaky".*\n/gm, path.startsWith('changes') ? '' : '$&'),
    ]),
  );
}
