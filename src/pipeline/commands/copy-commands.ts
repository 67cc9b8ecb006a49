import type { Command } from '../../platform/command-line.ts';
import { DRY_RUN } from './shared-options.ts';

/** The commands that tend a copy of the template. */
export const COPY_COMMANDS = {
  own: {
    name: 'own',
    summary: 'Tell whether the watchlist is yours, or still the template’s',
    options: {},
  },
  upgrade: {
    name: 'upgrade',
    summary: 'Bring the template’s newer code into this copy, keeping your edits and data/',
    options: {
      to: { type: 'string', value: 'tag', help: 'the version to go to (default: the newest)' },
      from: {
        type: 'string',
        value: 'url or path',
        help: 'the template’s repository (default: as package.json says)',
      },
      'dry-run': DRY_RUN,
    },
  },
  report: {
    name: 'report',
    summary: 'Open, edit or close the GitHub issue that tells of what fails',
    options: {
      run: {
        type: 'string',
        value: 'result',
        help: 'how the jobs of the workflow ended: success or failure',
      },
      'dry-run': DRY_RUN,
    },
    positionals: {
      value: 'health | verify',
      help: 'health: packages that have failed for a day, and the update itself; verify: the ledger against git',
    },
  },
} as const satisfies Record<string, Command>;
