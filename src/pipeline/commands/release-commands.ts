import type { Command } from '../../platform/command-line.ts';
import { COMMIT } from './shared-options.ts';

/** The commands that tell what is known of releases and versions. */
export const RELEASE_COMMANDS = {
  summarize: {
    name: 'summarize',
    summary: 'Have a model sum up release notes, with a quotation behind every item',
    options: {
      provider: {
        type: 'string',
        value: 'none | openai',
        help: 'whom to ask: nobody (default), or any OpenAI-compatible endpoint',
      },
      model: { type: 'string', value: 'name', help: 'the model to ask (default: TIDINGS_MODEL)' },
      only: { type: 'string', value: 'purl', help: 'sum up releases of this package alone' },
      since: {
        type: 'string',
        value: 'date',
        help: 'releases since this day (default: 90 days before the newest thing in data/)',
      },
      limit: { type: 'string', value: 'calls', help: 'ask no more often than this (default: 50)' },
      tokens: {
        type: 'string',
        value: 'number',
        help: 'spend no more than this, each call counted as the most that it can cost (default: 400000)',
      },
      answer: { type: 'string', value: 'tokens', help: 'the longest answer to a call (default: 2000)' },
      price: {
        type: 'string',
        value: 'in/out',
        help: 'what a million tokens cost, such as 0.15/0.60, for the estimate (default: TIDINGS_MODEL_PRICE)',
      },
      'dry-run': { type: 'boolean', help: 'show what would be asked and what it would cost, and ask nobody' },
      json: { type: 'boolean', help: 'print a report as JSON' },
      commit: COMMIT,
      push: { type: 'boolean', help: 'write commits and push them; your checkout stays as it is' },
      strict: { type: 'boolean', help: 'leave with exit code 1 if any release failed' },
    },
  },
  history: {
    name: 'history',
    summary: 'Show what was known of a package, and when',
    options: {
      at: {
        type: 'string',
        value: 'date or commit',
        help: 'show the package as it stood then: 2026-11-20 (its end, UTC), a full instant, or a commit',
      },
      version: {
        type: 'string',
        value: 'version',
        help: 'show the life of this release, or with --at all of it',
      },
    },
    positionals: { value: 'purl', help: 'such as pkg:npm/axios' },
  },
  verify: {
    name: 'verify',
    summary: 'Make the ledger again from the commits, and compare',
    options: {
      since: {
        type: 'string',
        value: 'commit',
        help: 'fail unless HEAD descends from this commit, which you noted earlier; all of it is verified',
      },
      json: { type: 'boolean', help: 'print a report as JSON' },
    },
  },
  versions: {
    name: 'versions',
    summary: 'Compare or sort the versions on standard input',
    options: {},
    positionals: {
      value: 'verb scheme',
      help: 'compare: lines of two versions and a tab between them become -1, 0, 1 or invalid; sort: lines, lowest first',
    },
  },
} as const satisfies Record<string, Command>;
