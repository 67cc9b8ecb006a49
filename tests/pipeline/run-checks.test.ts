import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planChecks } from '../../src/pipeline/checks.ts';
import { runChecks } from '../../src/pipeline/run-checks.ts';

const FINE = { name: 'fine', run: async () => undefined };
const WRONG = { name: 'wrong', run: async () => 'line 1\nline 2' };

async function report(checks: Parameters<typeof runChecks>[0]) {
  const texts: string[] = [];
  const failed = await runChecks(checks, (text) => texts.push(text));
  return { failed, text: texts.join('').replace(/\d+\.\d s/g, '0.0 s') };
}

describe('checks', () => {
  test('that succeed are a line with their time', async () => {
    assert.deepEqual(await report([FINE]), { failed: [], text: '✔ fine (0.0 s)\n' });
  });

  test('that fail show what is wrong, and are named in their order', async () => {
    const { failed, text } = await report([WRONG, FINE, { ...WRONG, name: 'worse' }]);
    assert.deepEqual(failed, ['wrong', 'worse']);
    assert.ok(text.includes('✖ wrong (0.0 s)\n\nline 1\nline 2\n\n'), text);
  });

  test('run side by side', async () => {
    const first = Promise.withResolvers<undefined>();
    const waiting = { name: 'waits for the next', run: () => first.promise };
    const release = async () => {
      first.resolve(undefined);
      return undefined;
    };
    const releasing = { name: 'releases it', run: release };
    assert.deepEqual((await report([waiting, releasing])).failed, []);
  });

  test('an error of ours ends them', async () => {
    const broken = { name: 'broken', run: () => Promise.reject(new Error('ours')) };
    await assert.rejects(report([FINE, broken]), /ours/);
  });

  test('cover format, types, dead code, docs, workflows and data, and the unit tests if asked', () => {
    const named = (tests: boolean) => planChecks('.', { fix: false, tests }).map(({ name }) => name);
    const all = ['format and lint', 'types', 'dead code', 'docs', 'workflows', 'data'];
    assert.deepEqual(named(false), all);
    assert.deepEqual(named(true), [...all, 'unit tests']);
  });
});
