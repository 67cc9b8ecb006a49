import { COMMANDS } from '../src/pipeline/commands.ts';
import { describePlan, describeReport, exitCodeOf } from '../src/pipeline/describe-fetch.ts';
import { fetchAnswers, fetchReleases } from '../src/pipeline/fetch.ts';
import { readFetchOptions } from '../src/pipeline/fetch-options.ts';
import { planFetch } from '../src/pipeline/fetch-plan.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { displayFor } from '../src/platform/progress.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.fetch, async ({ flag, value, values, log, print }) => {
  const { out, ...options } = readFetchOptions({
    only: value('only'),
    shard: value('shard'),
    out: value('out'),
    apply: values('apply'),
    commit: flag('commit'),
    push: flag('push'),
    accept: flag('accept'),
  });
  const workspace = await openWorkspace(ROOT);
  if (flag('dry-run')) {
    const plan = planFetch(workspace.projects, options.only);
    print(flag('json') ? `${JSON.stringify(plan, null, 2)}\n` : describePlan(plan));
    return 0;
  }
  const display = flag('json') ? 'silent' : displayFor(process.stdout);
  if (out !== undefined) {
    log(`${await fetchAnswers(workspace, out, { ...options, display })} answers are in ${out}`);
    return 0;
  }
  const report = await fetchReleases(workspace, { ...options, display });
  if (flag('json')) print(`${JSON.stringify(report, null, 2)}\n`);
  else describeReport(report).forEach(log);
  return exitCodeOf(report, flag('strict'));
});
