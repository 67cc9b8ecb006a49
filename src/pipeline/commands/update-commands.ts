import type { Command } from '../../platform/command-line.ts';
import { COMMIT, DRY_RUN, PORT } from './shared-options.ts';

/** The commands that bring data/ up to date. */
export const UPDATE_COMMANDS = {
  start: {
    name: 'start',
    summary: 'Fetch releases, build the site and serve it',
    options: { port: PORT, 'no-fetch': { type: 'boolean', help: 'build from what data/ holds' } },
  },
  fetch: {
    name: 'fetch',
    summary: 'Read releases from their sources into data/',
    options: {
      only: { type: 'string', value: 'purl', help: 'fetch this package alone' },
      'dry-run': DRY_RUN,
      json: { type: 'boolean', help: 'print a report as JSON' },
      commit: COMMIT,
      push: { type: 'boolean', help: 'write commits and push them; your checkout stays as it is' },
      shard: { type: 'string', value: 'number/count', help: 'fetch only this part, such as 2/4' },
      out: { type: 'string', value: 'folder', help: 'write what was read there instead of into data/' },
      apply: {
        type: 'string',
        value: 'folder',
        multiple: true,
        help: 'write what other runs left in this folder, and ask nobody; may be given several times',
      },
      accept: {
        type: 'boolean',
        help: 'with --only: believe what was refused, a listing that lost many releases or another project under the name',
      },
      strict: { type: 'boolean', help: 'leave with exit code 1 if any package failed' },
    },
  },
  advise: {
    name: 'advise',
    summary: 'Ask OSV for advisories, and tell which versions they affect',
    options: {
      only: { type: 'string', value: 'purl', help: 'ask for this package alone' },
      'dry-run': DRY_RUN,
      json: { type: 'boolean', help: 'print a report as JSON' },
      commit: COMMIT,
      push: { type: 'boolean', help: 'write a commit and push it; your checkout stays as it is' },
      out: { type: 'string', value: 'folder', help: 'write what was answered there instead of into data/' },
      apply: {
        type: 'string',
        value: 'folder',
        help: 'write what another run left in this folder, and ask nobody',
      },
      strict: { type: 'boolean', help: 'leave with exit code 1 if anything could not be read' },
    },
  },
  watch: {
    name: 'watch',
    summary: 'Keep data/ and the site up to date on this machine, until it is ended',
    options: {
      every: { type: 'string', value: 'minutes', help: 'from one round to the next (default: 60)' },
      commit: COMMIT,
      push: { type: 'boolean', help: 'write commits and push them; the checkout follows where it can' },
      port: PORT,
      'no-build': { type: 'boolean', help: 'fetch alone: build and serve nothing' },
    },
  },
} as const satisfies Record<string, Command>;
