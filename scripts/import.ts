import { COMMANDS } from '../src/pipeline/commands.ts';
import { describeImport, reportImport } from '../src/pipeline/import/describe-import.ts';
import { performImport, planImport } from '../src/pipeline/import/plan-import.ts';
import { readInventories } from '../src/pipeline/import/read-inventories.ts';
import { sinceDay } from '../src/pipeline/import/since.ts';
import { openTargetList } from '../src/pipeline/import/target-list.ts';
import { now } from '../src/platform/clock.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.import, async ({ flag, value, positionals, log, print }) => {
  const since = sinceDay(value('since'), now());
  const files = await readInventories(positionals);
  const target = await openTargetList(ROOT, value('list') ?? 'main');
  const plan = planImport(target, files, { isAll: flag('all'), hasDev: !flag('no-dev'), since });
  print(flag('json') ? reportImport(plan) : describeImport(plan));
  if (!flag('dry-run')) await performImport(plan);
  log(flag('dry-run') ? `Nothing was written to ${plan.path}.` : `${plan.path} says so now.`);
  return 0;
});
