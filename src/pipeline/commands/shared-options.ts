export const PORT = { type: 'string', value: 'number', help: 'serve at this port (default: 4321)' } as const;
export const DRY_RUN = { type: 'boolean', help: 'show what would be done, and write nothing' } as const;
export const COMMIT = {
  type: 'boolean',
  help: 'write commits on the current branch instead of files',
} as const;
