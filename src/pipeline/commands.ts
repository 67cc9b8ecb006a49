import type { Command } from '../platform/command-line.ts';
import { BUILD_COMMANDS } from './commands/build-commands.ts';
import { COPY_COMMANDS } from './commands/copy-commands.ts';
import { LIST_COMMANDS } from './commands/list-commands.ts';
import { RELEASE_COMMANDS } from './commands/release-commands.ts';
import { UPDATE_COMMANDS } from './commands/update-commands.ts';

/** Every command: `npm run <name>`. A script, its `--help` and docs/commands.md, in this order, read the same entry. */
export const COMMANDS = {
  ...UPDATE_COMMANDS,
  ...LIST_COMMANDS,
  ...COPY_COMMANDS,
  ...RELEASE_COMMANDS,
  ...BUILD_COMMANDS,
} as const satisfies Record<string, Command>;
