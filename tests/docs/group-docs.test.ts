import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DOC_GROUPS, docNeighbours, groupDocs } from '../../src/components/docs/group-docs.ts';
import { ROOT } from '../../src/platform/root.ts';
import { readMarkdown } from './read-markdown.ts';

function doc(id: string, group?: string, order?: number) {
  return { id, data: { title: id, description: `About ${id}`, group, order } };
}

function shape(docs: readonly ReturnType<typeof doc>[]) {
  return groupDocs(docs).map(({ id, pages }) => [id, ...pages.map((page) => page.id)]);
}

describe('the pages of the docs', () => {
  test('are in their groups, by order, then by name', () => {
    assert.deepEqual(
      shape([
        doc('b', 'trust', 2),
        doc('z', 'start', 9),
        doc('d', 'trust'),
        doc('c', 'trust'),
        doc('a', 'trust', 7),
      ]),
      [
        ['start', 'z'],
        ['trust', 'b', 'a', 'c', 'd'],
      ],
    );
  });

  test('are not lost without a group that is known', () => {
    assert.deepEqual(shape([doc('b', 'elsewhere', 2), doc('a', undefined, 1), doc('c', 'develop')]), [
      ['develop', 'c'],
      ['more', 'a', 'b'],
    ]);
  });

  test('follow one another across groups', () => {
    const groups = groupDocs([doc('a', 'start', 1), doc('b', 'start', 2), doc('c', 'use', 1)]);
    const around = (id: string) => {
      const { previous, next } = docNeighbours(groups, id);
      return [previous?.id, next?.id];
    };
    assert.deepEqual(around('a'), [undefined, 'b']);
    assert.deepEqual(around('b'), ['a', 'c']);
    assert.deepEqual(around('c'), ['b', undefined]);
    assert.deepEqual(around('d'), [undefined, undefined]);
  });

  test('each name a group that there is', async () => {
    const names = (await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md'));
    const texts = names.map((name) => readFile(join(ROOT, 'docs', name), 'utf8'));
    const groups = (await Promise.all(texts)).map(
      (text) => readMarkdown(text).frontmatter['group'] ?? 'none',
    );
    const homeless = names.filter((_, index) => !DOC_GROUPS.includes(groups[index] ?? ''));
    assert.deepEqual(homeless, [], `write “group: …” into their front matter: ${DOC_GROUPS.join(', ')}`);
  });
});
