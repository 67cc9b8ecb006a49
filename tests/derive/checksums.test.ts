import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checksumLines } from '../../src/derive/checksums.ts';
import { aFolder } from '../build-release.ts';

const TOOL = 'sha256sum';
const SUM = 'a1'.repeat(32);

describe('the lines of sha256sum', () => {
  for (const [name, digest, line] of [
    ['tool.tgz', `sha256:${SUM}`, `${SUM}  tool.tgz`],
    ['tool.tgz', `sha256:${SUM.toUpperCase()}`, `${SUM}  tool.tgz`],
    ['a\\b\nc\rd', `sha256:${SUM}`, `\\${SUM}  a\\\\b\\nc\\rd`],
  ] as const) {
    test(JSON.stringify(name), () => assert.deepEqual(checksumLines([{ name, digest }]), [line]));
  }

  test('leave out what has no such sum', () => {
    const digests = [`sha512-${SUM}`, `sha256:${SUM}0`, 'sha256:', `md5:${SUM}`];
    assert.deepEqual(checksumLines(digests.map((digest) => ({ name: 'x', digest }))), []);
  });

  test('are read by the tool itself', async (t) => {
    const folder = await aFolder(t);
    const names = ['plain.tgz', ' two  spaces', 'a\\b', 'line\nbreak'];
    for (const name of names) await writeFile(join(folder, name), name);
    const lines = checksumLines(
      names.map((name) => ({ name, digest: `sha256:${createHash('sha256').update(name).digest('hex')}` })),
    );
    const checked = spawnSync(TOOL, ['--check', '--strict', '-'], {
      cwd: folder,
      input: `${lines.join('\n')}\n`,
      encoding: 'utf8',
    });
    if (checked.error !== undefined) return t.skip(`${TOOL} is not installed`);
    assert.equal(checked.status, 0, checked.stdout + checked.stderr);
    assert.equal(checked.stdout.match(/: OK/g)?.length, names.length);
  });
});
