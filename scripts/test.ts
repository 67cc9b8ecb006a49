import { COMMANDS } from '../src/pipeline/commands.ts';
import { runUnitTests } from '../src/pipeline/tests.ts';
import { runCommand } from '../src/platform/command.ts';

await runCommand(COMMANDS.test, async ({ positionals }) => {
  const { code } = await runUnitTests(positionals, 'show');
  return code === 0 ? 0 : 1;
});
