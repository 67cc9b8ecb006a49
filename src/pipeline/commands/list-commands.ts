import type { Command } from '../../platform/command-line.ts';
import { DRY_RUN } from './shared-options.ts';

/** The commands that read or edit what the watchlists name. */
export const LIST_COMMANDS = {
  add: {
    name: 'add',
    summary: 'Add a project to a watchlist, keeping its comments',
    options: {
      list: { type: 'string', value: 'name', help: 'the watchlist to edit (default: main)' },
      'dry-run': DRY_RUN,
    },
    positionals: { value: 'purl or address', help: 'such as pkg:npm/axios, or the address of its page' },
  },
  outdated: {
    name: 'outdated',
    summary: 'Tell how far the versions in use are behind, by what data/ holds',
    options: {
      list: { type: 'string', value: 'name', help: 'only this watchlist (default: all)' },
      json: { type: 'boolean', help: 'print a report as JSON' },
      strict: {
        type: 'boolean',
        help: 'leave with exit code 1 if a version in use is vulnerable, yanked or withdrawn',
      },
    },
  },
  import: {
    name: 'import',
    summary: 'Write what lock files, manifests and bills of materials say is in use into a watchlist',
    options: {
      list: {
        type: 'string',
        value: 'name',
        help: 'the watchlist to edit, made if it is not there (default: main)',
      },
      all: { type: 'boolean', help: 'take what came along as well, not only what is direct' },
      'no-dev': { type: 'boolean', help: 'leave out what serves development alone' },
      since: {
        type: 'string',
        value: 'day',
        help: 'fetch releases of new projects from this day on (default: a year ago)',
      },
      'dry-run': DRY_RUN,
      json: { type: 'boolean', help: 'print the plan as JSON' },
    },
    positionals: { value: 'files', help: 'such as package-lock.json; docs/what-you-use.md has all formats' },
  },
  prune: {
    name: 'prune',
    summary: 'List what data/ holds of packages that no watchlist names any more, and remove it when asked',
    options: {
      yes: { type: 'boolean', help: 'remove what is listed; the ledger stays' },
      commit: { type: 'boolean', help: 'with --yes: commit what was removed, on the current branch' },
    },
  },
} as const satisfies Record<string, Command>;
