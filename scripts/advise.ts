import { advise, askForAdvisories } from '../src/pipeline/advise/advise.ts';
import { readAdviseOptions } from '../src/pipeline/advise/advise-options.ts';
import { describeAnswers, describeReport, exitCodeOf } from '../src/pipeline/advise/describe-advise.ts';
import { describePlan, planAdvise } from '../src/pipeline/advise/plan-advise.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.advise, async ({ flag, value, log, print }) => {
  const { out, ...options } = readAdviseOptions({
    only: value('only'),
    out: value('out'),
    apply: value('apply'),
    commit: flag('commit'),
    push: flag('push'),
  });
  const workspace = await openWorkspace(ROOT);
  if (flag('dry-run')) {
    const plan = planAdvise(workspace.projects, options.only);
    print(flag('json') ? `${JSON.stringify(plan, null, 2)}\n` : describePlan(plan));
    return 0;
  }
  if (out !== undefined) {
    const answers = await askForAdvisories(workspace, out, options);
    describeAnswers(answers, out).forEach(log);
    return exitCodeOf(answers, flag('strict'));
  }
  const report = await advise(workspace, options);
  if (flag('json')) print(`${JSON.stringify(report, null, 2)}\n`);
  else describeReport(report).forEach(log);
  return exitCodeOf(report, flag('strict'));
});
