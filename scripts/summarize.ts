import { COMMANDS } from '../src/pipeline/commands.ts';
import { showPlan, summarizeWorkspace } from '../src/pipeline/summarize/command.ts';
import { describeReport, exitCodeOf, NOBODY_ASKED } from '../src/pipeline/summarize/describe-summarize.ts';
import { readSummarizeOptions } from '../src/pipeline/summarize/summarize-options.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { readEnvironment } from '../src/platform/environment.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.summarize, async ({ flag, value, log, print }) => {
  const options = readSummarizeOptions({ value, flag }, readEnvironment());
  if (options === undefined) {
    log(NOBODY_ASKED);
    return 0;
  }
  const workspace = await openWorkspace(ROOT);
  if (flag('dry-run')) {
    print(await showPlan(workspace, options, flag('json')));
    return 0;
  }
  const report = await summarizeWorkspace(workspace, options, log);
  if (flag('json')) print(`${JSON.stringify(report, null, 2)}\n`);
  else describeReport(report).forEach(log);
  return exitCodeOf(report, flag('strict'));
});
