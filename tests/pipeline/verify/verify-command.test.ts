import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { hoursLater } from '../../build-release.ts';
import { listed, releases } from '../a-store.ts';
import { A, aHistory, DAY_1 } from './a-history.ts';

const SCRIPTS = join(import.meta.dirname, '../../../scripts');

function command(cwd: string, ...[script = '', ...args]: readonly string[]) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(SCRIPTS, script), ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

test('the commands say what they found, in lines or as JSON, and leave with its code', async (t) => {
  const history = await aHistory(t);
  await history.run({ [A]: listed('a', ...releases(2)) }, 0);
  const good = await command(history.root, 'verify.ts');
  assert.equal(good.code, 0);
  assert.match(good.stdout, new RegExp(`1 lines of the ledger[\\s\\S]*HEAD is ${history.head()}`));
  const known = await command(history.root, 'history.ts', A);
  assert.deepEqual([known.code, known.stdout.split('\n').length], [0, 3]);
  assert.deepEqual((await command(history.root, 'history.ts', 'pkg:npm/unknown')).code, 2);
  assert.deepEqual((await command(history.root, 'history.ts')).code, 2);

  history.edit(DAY_1, (text) => text.replace('imported', 'published\u001b'));
  const id = history.commit('Tamper', hoursLater(1));
  const bad = await command(history.root, 'verify.ts');
  assert.equal(bad.code, 1);
  assert.match(
    bad.stdout,
    new RegExp(`${id} data/changes/2026/11/01.jsonl:1: changed by hand: .* expected .*there is .*\\\\u`),
  );
  const json = await command(history.root, 'verify.ts', '--json');
  assert.deepEqual([json.code, Object(JSON.parse(json.stdout)).problems[0].commit], [1, id]);
  assert.ok(!json.stdout.includes('\u001b'));
});
