import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { ConfigError } from '../../src/platform/errors.ts';
import { parseWatchlist, readWatchlists } from '../../src/store/watchlists.ts';
import { aFolder } from '../build-release.ts';
import { inFolder } from './watchlist-folder.ts';

/** What is said of one list, without the folder. */
async function described(t: TestContext, text: string): Promise<string[]> {
  const data = await inFolder(t, { 'main.yml': text });
  const { lists, problems, describe: tell } = await readWatchlists(data);
  assert.deepEqual(lists, [], 'a list with a problem is not used');
  return problems.map((problem) => tell(problem).replace(join(data, 'watchlists/'), ''));
}

const GOOD = `# yaml-language-server: $schema=../../public/schemas/watchlist.json
title: Platform team
projects:
  - pkg:npm/axios # the short form
  - https://github.com/withastro/astro
  - name: Kubernetes
    package: pkg:github/kubernetes/kubernetes
    channels: ["pkg:npm/kubernetes"]
    tags: [infra, containers]
    track: { scheme: semver, prereleases: false, match: 'v(?<version>.+)', exclude: ['*-alpha*'], rolling: [nightly], since: 2024-01-01 }
    uses: '1.33.2'
`;

/** A text, the line of the one problem, and what is said of it. */
const WRONG: readonly (readonly [string, string, number, RegExp])[] = [
  ['no title', 'projects: [pkg:npm/a]\n', 1, /: title: /],
  ['an empty title', 'projects: [pkg:npm/a]\ntitle: ""\n', 2, /: title: /],
  ['no projects', '\n\ntitle: T\n', 3, /: projects: /],
  ['an empty list of projects', 'title: T\nprojects: []\n', 2, /: projects: /],
  ['an empty file', '', 1, /expected object/],
  ['a list for a file', '- pkg:npm/a\n', 1, /expected object/],
  [
    'an unknown key',
    'title: T\nprojects: [pkg:npm/a]\nmirror: {}\n',
    3,
    /: mirror: “mirror” is not a known key/,
  ],
  [
    'routes',
    'title: T\nroutes:\n  - to: slack\nprojects: [pkg:npm/a]\n',
    2,
    /: routes: “routes” is not a known key/,
  ],
  [
    'an unknown key of a project',
    'title: T\nprojects:\n  - package: pkg:npm/a\n    mirror: { assets: [] }\n',
    4,
    /: projects\[0\]\.mirror: “mirror” is not/,
  ],
  [
    'an unknown key of track',
    'title: T\nprojects:\n  - package: pkg:npm/a\n    track:\n      sinse: 2024-01-01\n',
    5,
    /track\.sinse: “sinse” is not/,
  ],
  [
    'a project without a package',
    'title: T\nprojects:\n  - pkg:npm/a\n  - name: A\n',
    4,
    /: projects\[1\]\.package: /,
  ],
  ['a number for a project', 'title: T\nprojects:\n  - pkg:npm/a\n  - 5\n', 4, /: projects\[1\]: /],
  ['nothing for a project', 'title: T\nprojects:\n  - pkg:npm/a\n  -\n', 4, /: projects\[1\]: /],
  ['a number for a version', 'title: T\nprojects:\n  - package: pkg:npm/a\n    uses: 1.10\n', 4, /\.uses: /],
  [
    'an id in capitals',
    'title: T\nprojects:\n  - package: pkg:npm/a\n    id: A b\n',
    4,
    /\.id: expected lower-case letters, digits/,
  ],
  ['an id that is a path', 'title: T\nprojects:\n  - package: pkg:npm/a\n    id: ../x\n', 4, /\.id: /],
  [
    'a tag in capitals',
    'title: T\nprojects:\n  - package: pkg:npm/a\n    tags:\n      - ok\n      - Not\n',
    6,
    /\.tags\[1\]: expected lower-case words/,
  ],
  [
    'no pattern',
    "title: T\nprojects:\n  - package: pkg:npm/a\n    track: { match: '(' }\n",
    4,
    /match: expected a regular expression/,
  ],
  [
    'a pattern without a version',
    "title: T\nprojects:\n  - package: pkg:npm/a\n    track: { match: 'v.+' }\n",
    4,
    /match: expected a regular expression/,
  ],
  [
    'no date',
    'title: T\nprojects:\n  - package: pkg:npm/a\n    track: { since: 2024-02-30 }\n',
    4,
    /since: expected a date/,
  ],
  ['no scheme', 'title: T\nprojects:\n  - package: pkg:npm/a\n    track: { scheme: roman }\n', 4, /scheme: /],
  ['a key twice', 'title: T\nprojects: [pkg:npm/a]\ntitle: U\n', 3, /no valid YAML: Map keys must be unique/],
  ['a tab', 'title: T\nprojects:\n\t- pkg:npm/a\n', 3, /no valid YAML: /],
  ['an alias', 'title: &t T\nprojects: [pkg:npm/a, *t]\n', 1, /aliases are not allowed/],
  [
    'two documents',
    'title: T\nprojects: [pkg:npm/a]\n---\ntitle: U\n',
    3,
    /no valid YAML: .*multiple documents/,
  ],
];

describe('a watchlist', () => {
  test('that is right', async (t) => {
    const data = await inFolder(t, { 'platform.yml': GOOD });
    const { lists, problems } = await readWatchlists(data);
    assert.deepEqual(problems, []);
    assert.equal(lists[0]?.list, 'platform');
    assert.deepEqual(lists[0]?.watchlist.projects[2], {
      name: 'Kubernetes',
      package: 'pkg:github/kubernetes/kubernetes',
      channels: ['pkg:npm/kubernetes'],
      tags: ['infra', 'containers'],
      track: {
        scheme: 'semver',
        prereleases: false,
        match: 'v(?<version>.+)',
        exclude: ['*-alpha*'],
        rolling: ['nightly'],
        since: '2024-01-01',
      },
      uses: '1.33.2',
    });
  });

  for (const [name, text, line, message] of WRONG) {
    test(`with ${name}: file, line, path, problem and remedy`, async (t) => {
      const [said = '', ...more] = await described(t, text);
      assert.deepEqual(more, []);
      assert.ok(said.startsWith(`main.yml:${line}: `), said);
      assert.match(said, message);
      assert.match(said, /\. Remedy: .+\.$/);
      assert.ok(!said.includes('\n'));
    });
  }

  test('with five mistakes tells all five at once', async (t) => {
    const said = await described(
      t,
      'title: ""\nprojects:\n  - 7\n  - package: pkg:npm/a\n    nmae: A\n    tags: [Bad]\nrotues: []\n',
    );
    const places = said.map((line) => /^main\.yml:(\d+): (\S+): /.exec(line)?.slice(1));
    assert.deepEqual(
      places.sort((a, b) => Number(a?.[0]) - Number(b?.[0])),
      [
        ['1', 'title'],
        ['3', 'projects[0]'],
        ['5', 'projects[1].nmae'],
        ['6', 'projects[1].tags[0]'],
        ['7', 'rotues'],
      ],
    );
  });

  test('of more than 256 KB is refused unread', () => {
    const { problems, watchlist } = parseWatchlist(
      'main',
      `title: T\nprojects: [pkg:npm/a]\n#${'x'.repeat(262_144)}`,
    );
    assert.equal(watchlist, undefined);
    assert.match(problems[0]?.problem ?? '', /larger than 256 KB/);
  });
});

describe('the folder of watchlists', () => {
  test('holds one file a list; a wrong one does not hide the others', async (t) => {
    const good = 'title: T\nprojects: [pkg:npm/a]\n';
    const others = { 'c.yml': 'oops', 'notes.txt': 'x', 'd.yml~': 'x' };
    const data = await inFolder(t, { 'b.yml': good, 'a.yml': good, ...others });
    const { lists, problems } = await readWatchlists(data);
    assert.deepEqual(
      lists.map(({ list }) => list),
      ['a', 'b'],
    );
    assert.deepEqual(
      problems.map(({ list }) => list),
      ['c'],
    );
  });

  test('says so where a file would be passed over for its ending', async (t) => {
    const data = await inFolder(t, {
      'main.yml': 'title: T\nprojects: [pkg:npm/a]\n',
      'b.yaml': 'title: T\n',
    });
    await assert.rejects(readWatchlists(data), /b\.yaml is not read/);
  });

  for (const name of ['Main', 'my list', 'a/../b'.replaceAll('/', '%2f'), '-x', 'ä', 'a'.repeat(65)]) {
    test(`says so where the name of a file would be no address: ${name.slice(0, 20)}`, async (t) => {
      const data = await inFolder(t, { [`${name}.yml`]: 'title: T\nprojects: [pkg:npm/a]\n' });
      const { problems, describe } = await readWatchlists(data);
      assert.equal(problems.length, 1);
      assert.match(
        problems.map(describe).join(),
        /:1: the name of the file is an address .* Remedy: rename it/,
      );
    });
  }

  test('takes names of lower-case letters, digits and a few signs', async (t) => {
    const data = await inFolder(t, { 'our-team_2.x.yml': 'title: T\nprojects: [pkg:npm/a]\n' });
    assert.deepEqual((await readWatchlists(data)).problems, []);
  });

  test('must hold one', async (t) => {
    for (const data of [await aFolder(t), await inFolder(t, { 'notes.txt': 'x' })]) {
      const error = await readWatchlists(data).catch((cause: unknown) => cause);
      assert.ok(error instanceof ConfigError && error.remedy !== undefined);
      assert.match(error.message, /holds no watchlist/);
    }
  });
});
