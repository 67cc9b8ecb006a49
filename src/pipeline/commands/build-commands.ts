import type { Command } from '../../platform/command-line.ts';
import { PORT } from './shared-options.ts';

const PATTERNS = { value: 'files', help: 'only these test files (globs; default: all)' } as const;

/** The commands that build, check and measure. */
export const BUILD_COMMANDS = {
  build: {
    name: 'build',
    summary: 'Build the site and its feeds into dist/',
    options: { out: { type: 'string', value: 'folder', help: 'write it there instead of into dist/' } },
  },
  preview: {
    name: 'preview',
    summary: 'Serve dist/ on this machine',
    options: { port: PORT },
  },
  check: {
    name: 'check',
    summary: 'Check format, lint, types, dead code, docs, workflows, data and unit tests',
    options: {
      fix: { type: 'boolean', help: 'mend format, lint and generated docs first' },
      'no-tests': { type: 'boolean', help: 'leave the unit tests out' },
    },
  },
  test: {
    name: 'test',
    summary: 'Run the unit tests',
    options: {},
    positionals: PATTERNS,
  },
  'test:site': {
    name: 'test:site',
    summary: 'Test the built site in a browser',
    options: {
      update: { type: 'boolean', help: 'take what pages look like now as right: rewrites the pictures' },
    },
    positionals: PATTERNS,
  },
  'test:trust': {
    name: 'test:trust',
    summary: 'Prove the promises under faults and races, and write the figures into docs/reliability.md',
    options: {},
  },
  bench: {
    name: 'bench',
    summary: 'Measure a part as a ratio to a lower bound',
    options: {},
    positionals: {
      value:
        'fetch | store | build | build-large | lighthouse | versions | memory | history | inventory | meaning | summaries | upgrade | search | compare',
      help: 'the part to measure',
    },
  },
  docs: {
    name: 'docs',
    summary: 'Write the pages and schemas that are generated from the code',
    options: { check: { type: 'boolean', help: 'write nothing; fail if one is out of date' } },
  },
} as const satisfies Record<string, Command>;
