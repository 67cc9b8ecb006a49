import { COMMANDS } from '../src/pipeline/commands.ts';
import {
  describeUpgrade,
  describeUpgradePlan,
  upgradeExitCode,
} from '../src/pipeline/template/describe-upgrade.ts';
import { upgrade } from '../src/pipeline/template/upgrade.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.upgrade, async ({ flag, value, log, print }) => {
  const dryRun = flag('dry-run');
  const done = await upgrade(ROOT, { from: value('from'), to: value('to'), dryRun });
  if (dryRun) {
    print(describeUpgradePlan(done));
    return 0;
  }
  describeUpgrade(done).forEach(log);
  return upgradeExitCode(done);
});
