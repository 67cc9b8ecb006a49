import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBench } from '../../src/pipeline/run-bench.ts';
import { ConfigError } from '../../src/platform/errors.ts';

for (const name of [undefined, '', 'everything', '../store']) {
  test(`no bench measures ${name}`, async () => {
    const error = await runBench(name).catch((cause: unknown) => cause);
    assert.ok(error instanceof ConfigError);
    assert.match(
      error.remedy ?? '',
      /fetch, store, build, build-large, lighthouse, versions, memory, history, inventory, meaning, summaries, upgrade, search/,
    );
  });
}
