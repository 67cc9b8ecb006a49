import { COMMANDS } from '../src/pipeline/commands.ts';
import { describePrune, isEmpty, performPrune, planPrune } from '../src/pipeline/prune.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.prune, async ({ flag, log, print }) => {
  const workspace = await openWorkspace(ROOT);
  const plan = await planPrune(workspace);
  print(describePrune(plan));
  if (isEmpty(plan)) return 0;
  if (flag('yes')) log(`${await performPrune(workspace, plan, flag('commit'))} files removed or written.`);
  else log('Nothing was removed: npm run prune -- --yes does it.');
  return 0;
});
