import { COMMANDS } from '../src/pipeline/commands.ts';
import { runSiteTests } from '../src/pipeline/tests.ts';
import { runCommand } from '../src/platform/command.ts';

await runCommand(COMMANDS['test:site'], async ({ positionals, flag }) => {
  const { code } = await runSiteTests(positionals, flag('update'));
  return code === 0 ? 0 : 1;
});
