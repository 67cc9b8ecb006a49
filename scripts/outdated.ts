import { COMMANDS } from '../src/pipeline/commands.ts';
import { describeUses } from '../src/pipeline/outdated/describe-uses.ts';
import { isAlarming, readUses } from '../src/pipeline/outdated/read-uses.ts';
import { toReport } from '../src/pipeline/outdated/uses-report.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.outdated, async ({ flag, value, print }) => {
  const uses = await readUses(await openWorkspace(ROOT), value('list'));
  print(flag('json') ? `${JSON.stringify(uses.map(toReport), null, 2)}\n` : describeUses(uses));
  return flag('strict') && uses.some(isAlarming) ? 1 : 0;
});
