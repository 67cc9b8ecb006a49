import { type Ended, type Running, runNode } from '../platform/run-node.ts';

const UNIT_TESTS = 'tests/**/*.test.ts';

/** Runs the unit tests of these files (globs; all by default) with Node's own runner. */
export function runUnitTests(patterns: readonly string[], hearing: Running['hearing']): Promise<Ended> {
  const files = patterns.length > 0 ? patterns : [UNIT_TESTS];
  // A test that hangs is a test that fails.
  return runNode(['--test', '--test-timeout=1200000', ...files], { hearing });
}

/** Runs the tests of the built site in a browser. With `isUpdate`, pictures that differ are taken anew. */
export function runSiteTests(patterns: readonly string[], isUpdate: boolean): Promise<Ended> {
  const updating = isUpdate ? ['--update-snapshots=changed'] : [];
  const playwright = [
    'node_modules/playwright/cli.js',
    'test',
    '--config',
    'tests/site/playwright.config.ts',
  ];
  return runNode([...playwright, ...updating, ...patterns], { hearing: 'show' });
}

// One that starts eight writers, and one that waits for a disk: more of them would make each other late.
const TRUST_TESTS = ['tests/faults/**/*.test.ts', 'tests/races/**/*.test.ts'];
const TRUST_AT_ONCE = 2;

/**
 * Runs all that is proved under faults and races, in full: it takes long. Their words go to the terminal, and as TAP into a file.
 */
export function runTrustTests(report: string): Promise<Ended> {
  const reporters = [
    ['spec', 'stdout'],
    ['tap', report],
  ].flatMap(([form, to]) => [`--test-reporter=${form}`, `--test-reporter-destination=${to}`]);
  return runNode(['--test', `--test-concurrency=${TRUST_AT_ONCE}`, ...reporters, ...TRUST_TESTS], {
    hearing: 'show',
    environment: { TIDINGS_TRUST: 'full' },
  });
}
