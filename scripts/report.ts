import { COMMANDS } from '../src/pipeline/commands.ts';
import { reportInIssue } from '../src/pipeline/issue/report.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.report, async ({ flag, value, positionals, log }) => {
  const [about] = positionals;
  log(await reportInIssue(ROOT, { about, run: value('run'), dryRun: flag('dry-run') }));
  return 0;
});
