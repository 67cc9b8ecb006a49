import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ROOT } from '../../../src/platform/root.ts';
import { aProjectFolder, npmLock } from './importing.ts';

const LIST = 'title: T\nprojects:\n  - pkg:npm/a\n';

function run(
  cwd: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'scripts/import.ts'), ...args],
      { cwd },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });
}

describe('scripts/import.ts', { timeout: 60_000 }, () => {
  test('writes, once; a dry run and what cannot be read do not', async (t) => {
    const files = {
      'data/watchlists/main.yml': LIST,
      'package-lock.json': npmLock('a@1.0.0', 'b@2.0.0'),
      'odd.txt': '?\n',
    };
    const { root, list } = await aProjectFolder(t, files);
    const dry = await run(root, ['package-lock.json', '--dry-run', '--since', '2025-01-01']);
    assert.deepEqual([dry.code, await list()], [0, LIST]);
    assert.match(
      dry.stdout,
      /^\+ pkg:npm\/b 2\.0\.0\n~ pkg:npm\/a was without a version → 1\.0\.0\n1 new, 1 with another version/,
    );

    const odd = await run(root, ['package-lock.json', 'odd.txt']);
    assert.deepEqual([odd.code, await list()], [2, LIST]);
    assert.match(odd.stderr, /odd\.txt: in no format that is known\nRemedy: give one of these: /);

    const real = await run(root, ['package-lock.json', '--json', '--since', '2025-01-01']);
    assert.equal(real.code, 0, real.stderr);
    assert.equal(Object(JSON.parse(real.stdout)).added[0].package, 'pkg:npm/b');
    const written = await list();
    assert.equal(
      written,
      `title: T\nprojects:\n  - package: pkg:npm/a\n    uses: '1.0.0'\n  - package: pkg:npm/b\n    uses: '2.0.0'\n    track: { since: 2025-01-01 }\n`,
    );
    assert.equal((await run(root, ['package-lock.json'])).code, 0);
    assert.equal(await list(), written);
  });
});
