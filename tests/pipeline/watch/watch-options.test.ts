import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWatchOptions, type TypedOptions } from '../../../src/pipeline/watch/watch-options.ts';

function options(fields: Partial<TypedOptions> = {}) {
  return readWatchOptions({
    every: undefined,
    commit: false,
    push: false,
    port: undefined,
    noBuild: false,
    ...fields,
  });
}

describe('the options of npm run watch', () => {
  test('are a round an hour, files and a site, unless others are given', () => {
    assert.deepEqual(options(), { every: 60, land: 'files', port: 4321 });
    assert.deepEqual(options({ every: '5', commit: true, port: '80' }), {
      every: 5,
      land: 'commit',
      port: 80,
    });
    assert.deepEqual(options({ push: true, noBuild: true }), { every: 60, land: 'push', port: undefined });
  });

  const wrong: readonly [string, Partial<TypedOptions>, RegExp][] = [
    ['no number', { every: 'hourly' }, /--every hourly: no number of minutes/],
    ['nothing', { every: '0' }, /--every 0/],
    ['less than nothing', { every: '-5' }, /--every -5/],
    ['half a minute', { every: '0.5' }, /--every 0\.5/],
    ['more than a week', { every: '10081' }, /--every 10081/],
    ['two ways to commit', { commit: true, push: true }, /watch: --commit and --push/],
    ['a port without a site', { port: '80', noBuild: true }, /--port with --no-build/],
    ['no port', { port: 'x' }, /--port x: no port/],
  ];
  for (const [name, fields, message] of wrong) {
    test(`refuse ${name}`, () => {
      assert.throws(() => options(fields), { name: 'ConfigError', message });
    });
  }
});
