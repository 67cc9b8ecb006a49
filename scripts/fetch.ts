import { COMMANDS } from '../src/pipeline/commands.ts';
import { describePlan, describeReport, exitCodeOf } from '../src/pipeline/describe-fetch.ts';
import { fetchReleases } from '../src/pipeline/fetch.ts';
import { planFetch } from '../src/pipeline/fetch-plan.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { displayFor } from '../src/platform/progress.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.fetch, async ({ flag, value, log, print }) => {
  const workspace = await openWorkspace(ROOT);
  const only = value('only');
  if (flag('dry-run')) {
    const plan = planFetch(workspace.projects, only);
    print(flag('json') ? `${JSON.stringify(plan, null, 2)}\n` : describePlan(plan));
    return 0;
  }
  const display = flag('json') ? 'silent' : displayFor(process.stdout);
  const report = await fetchReleases(workspace, { only, commit: flag('commit'), display });
  if (flag('json')) print(`${JSON.stringify(report, null, 2)}\n`);
  else describeReport(report).forEach(log);
  return exitCodeOf(report, flag('strict'));
});
