import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError } from '../../src/platform/errors.ts';
import { readObjects } from '../../src/platform/git-objects.ts';
import { aFolder } from '../build-release.ts';
import { aRepository } from '../pipeline/a-repository.ts';

async function readAll(root: string, ids: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for await (const bytes of readObjects(root, ids)) texts.push(bytes.toString('utf8'));
  return texts;
}

describe('objects of a repository', () => {
  test('come in the order of the questions, as often as asked, however large', async (t) => {
    const files = { empty: '', small: 'a\nb', large: 'x'.repeat(3_000_000), wide: '…\u0000\n' };
    const { root, git } = await aRepository(t, files);
    const idOf = (name: string) => git('rev-parse', `HEAD:${name}`).trim();
    const names = ['large', 'empty', 'wide', 'small', 'large', 'empty'] as const;
    assert.deepEqual(
      await readAll(root, names.map(idOf)),
      names.map((name) => files[name]),
    );
    const many = Array.from({ length: 5_000 }, () => idOf('small'));
    assert.equal((await readAll(root, many)).length, 5_000);
    assert.deepEqual(await readAll(root, []), []);
  });

  test('that are not there are an error, and so is a folder without repository', async (t) => {
    const [{ root }, folder] = [await aRepository(t, { a: 'a' }), await aFolder(t)];
    for (const place of [root, folder]) await assert.rejects(readAll(place, ['f'.repeat(40)]), ConfigError);
  });

  test('need not be read to the end', async (t) => {
    const { root, git } = await aRepository(t, { a: 'a'.repeat(500_000) });
    const ids = Array.from({ length: 100 }, () => git('rev-parse', 'HEAD:a').trim());
    for await (const bytes of readObjects(root, ids)) {
      assert.equal(bytes.length, 500_000);
      break;
    }
  });
});
