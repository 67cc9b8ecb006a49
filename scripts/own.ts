import { COMMANDS } from '../src/pipeline/commands.ts';
import { isOwn, NOT_OWN } from '../src/pipeline/template/is-own.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';
import { openWorkflowJob } from '../src/platform/workflow-job.ts';

await runCommand(COMMANDS.own, async ({ print }) => {
  const job = openWorkflowJob();
  const own = await isOwn(ROOT);
  await job.setOutput('own', String(own));
  if (!own) await job.summarise(NOT_OWN);
  print(own ? 'The watchlist is yours.\n' : NOT_OWN);
  return 0;
});
