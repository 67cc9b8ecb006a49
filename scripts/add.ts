import { performAdd, planAdd } from '../src/pipeline/add-project.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { ConfigError } from '../src/platform/errors.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.add, async ({ flag, value, positionals, log }) => {
  if (positionals.length === 0) {
    throw new ConfigError('add: nothing to add', { remedy: 'npm run add -- pkg:npm/axios' });
  }
  for (const wanted of positionals) {
    const plan = await planAdd(await openWorkspace(ROOT), wanted, value('list') ?? 'main');
    if (!flag('dry-run')) await performAdd(plan);
    log(`${plan.package.purl} ${flag('dry-run') ? 'would be' : 'is'} added to ${plan.path}`);
  }
  return 0;
});
