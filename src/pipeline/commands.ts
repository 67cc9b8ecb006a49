import type { Command } from '../platform/command-line.ts';

const PORT = { type: 'string', value: 'number', help: 'serve at this port (default: 4321)' } as const;
const DRY_RUN = { type: 'boolean', help: 'show what would be done, and write nothing' } as const;
const COMMIT = { type: 'boolean', help: 'write commits on the current branch instead of files' } as const;
const PATTERNS = { value: 'files', help: 'only these test files (globs; default: all)' } as const;

/** Every command: `npm run <name>`. A script, its `--help` and docs/commands.md read the same entry. */
export const COMMANDS = {
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
    options: {},
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
        'fetch | store | build | versions | memory | history | inventory | meaning | summaries | upgrade | search',
      help: 'the part to measure',
    },
  },
  docs: {
    name: 'docs',
    summary: 'Write the pages and schemas that are generated from the code',
    options: { check: { type: 'boolean', help: 'write nothing; fail if one is out of date' } },
  },
} as const satisfies Record<string, Command>;
