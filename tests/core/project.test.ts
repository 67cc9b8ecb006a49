import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type NamedList, resolveProjects } from '../../src/core/project.ts';
import type { WatchedProject } from '../../src/core/watchlist.ts';

function list(name: string, ...projects: readonly (string | WatchedProject)[]): NamedList {
  return { list: name, watchlist: { title: name, projects: [...projects] } };
}

function only(...lists: readonly NamedList[]) {
  const { projects, problems } = resolveProjects(lists);
  assert.deepEqual(problems, []);
  assert.equal(projects.length, 1);
  assert.ok(projects[0] !== undefined);
  return projects[0];
}

describe('a project', () => {
  test('of a purl, of an address and of a long form are the same', () => {
    for (const item of [
      'pkg:github/withastro/astro',
      'https://github.com/withastro/astro/releases',
      { package: 'https://github.com/WithAstro/Astro.git' },
    ]) {
      const project = only(list('main', item));
      assert.deepEqual(
        [project.id, project.name, project.package.purl],
        ['astro', 'astro', 'pkg:github/withastro/astro'],
      );
    }
  });

  for (const [name, id] of [
    ['Kubernetes', 'kubernetes'],
    ['Visual Studio Code', 'visual-studio-code'],
    ['Ünïcödé', 'unicode'],
    ['node.js', 'node.js'],
    ['../etc', 'etc'],
    ['日本', 'project'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ] as const) {
    test(`called ${name.slice(0, 20)} has the id ${id.slice(0, 20)}`, () => {
      assert.equal(only(list('main', { package: 'pkg:npm/a', name })).id, id);
    });
  }

  test('of npm is called by its scope too, and has a short id all the same', () => {
    const { name, id } = only(list('main', 'pkg:npm/@octokit/core'));
    assert.deepEqual([name, id], ['@octokit/core', 'core']);
  });

  test('takes the id that it is given', () => {
    assert.equal(only(list('main', { package: 'pkg:npm/a', name: 'B', id: 'c' })).id, 'c');
  });

  test('in two lists is one: tags and channels are joined, the versions in use are kept apart', () => {
    const project = only(
      list('a', { package: 'pkg:npm/tool', tags: ['z', 'x'], uses: '1', channels: ['pkg:github/acme/tool'] }),
      list('b', {
        package: 'pkg:npm/tool',
        name: 'Tool',
        tags: ['x', 'y'],
        channels: ['pkg:github/Acme/tool', 'pkg:npm/tool'],
      }),
    );
    assert.deepEqual(
      [project.id, project.name, project.tags, project.channels.map(({ purl }) => purl)],
      ['tool', 'Tool', ['x', 'y', 'z'], ['pkg:github/acme/tool']],
    );
    assert.deepEqual(project.lists, [
      { list: 'a', uses: '1' },
      { list: 'b', uses: undefined },
    ]);
  });

  test('is viewed as its first list says, key by key, and fetched as far back as any list asks', () => {
    const watched = (track: WatchedProject['track']): WatchedProject => ({ package: 'pkg:npm/a', track });
    const first = watched({ scheme: 'loose', since: '2025-01-01' });
    const second = watched({ scheme: 'semver', prereleases: false, since: '2024-01-01' });
    assert.deepEqual(only(list('a', first), list('b', second)).track, {
      scheme: 'loose',
      prereleases: false,
      since: '2024-01-01',
    });
    assert.deepEqual(only(list('a', first), list('b', 'pkg:npm/a')).track, { scheme: 'loose' });
  });
});

describe('projects', () => {
  test('are sorted by id, whatever the order of the lists', () => {
    const lists = [list('a', 'pkg:npm/c', 'pkg:npm/a'), list('b', 'pkg:npm/b')];
    for (const order of [lists, lists.toReversed()]) {
      assert.deepEqual(
        resolveProjects(order).projects.map(({ id }) => id),
        ['a', 'b', 'c'],
      );
    }
  });

  test('with one id are a problem that names both, and the remedy', () => {
    const { problems } = resolveProjects([
      list('a', 'pkg:npm/tool'),
      list('b', 'pkg:npm/x', 'pkg:github/acme/tool'),
    ]);
    assert.deepEqual(problems, [
      {
        list: 'b',
        path: ['projects', 1],
        problem: 'pkg:npm/tool (list a) and pkg:github/acme/tool both have the id “tool”',
        remedy: 'give one of them an `id:` of its own',
      },
    ]);
  });

  test('with two names or two ids are problems of the second list', () => {
    const { problems } = resolveProjects([
      list('a', { package: 'pkg:npm/a', name: 'A', id: 'a' }),
      list('b', { package: 'pkg:npm/a', name: 'B', id: 'b' }),
      list('c', { package: 'pkg:npm/a', name: 'A' }),
    ]);
    assert.deepEqual(
      problems.map(({ list: of, path }) => [of, ...path]),
      [
        ['b', 'projects', 0, 'name'],
        ['b', 'projects', 0, 'id'],
      ],
    );
    assert.match(problems[0]?.problem ?? '', /pkg:npm\/a has the name “A” in one list and “B” here/);
  });

  test('of unknown packages are problems, all at once, each at its place', () => {
    const { projects, problems } = resolveProjects([
      list('a', 'axios', 'https://example.com/a', 'pkg:npm/a@1.0.0', 'pkg:npm/ok', {
        package: 'pkg:npm/b',
        channels: ['pkg:npm/c', 'pkg:npm/..'],
      }),
    ]);
    assert.deepEqual(
      problems.map(({ path }) => path.slice(1)),
      [[0], [1], [2], [4, 'channels', 1]],
    );
    for (const { remedy } of problems) assert.match(remedy, /pkg:npm\/axios/);
    assert.deepEqual(
      projects.map(({ id }) => id),
      ['b', 'ok'],
    );
  });
});
