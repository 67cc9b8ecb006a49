import { type Ended, type Running, runNode } from '../platform/run-node.ts';

const UNIT_TESTS = 'tests/**/*.test.ts';

/** Runs the unit tests of these files (globs; all by default) with Node's own runner. */
export function runUnitTests(patterns: readonly string[], hearing: Running['hearing']): Promise<Ended> {
  const files = patterns.length > 0 ? patterns : [UNIT_TESTS];
  // A test that hangs is a test that fails.
  return runNode(['--test', '--test-timeout=1200000', ...files], { hearing });
}

/** Runs the tests of the built site in a browser. */
export function runSiteTests(patterns: readonly string[]): Promise<Ended> {
  const playwright = [
    'node_modules/playwright/cli.js',
    'test',
    '--config',
    'tests/site/playwright.config.ts',
  ];
  return runNode([...playwright, ...patterns], { hearing: 'show' });
}
