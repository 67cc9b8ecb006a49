import { buildSite, serveSite } from '../src/pipeline/build-site.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { describeReport } from '../src/pipeline/describe-fetch.ts';
import { fetchReleases } from '../src/pipeline/fetch.ts';
import { readPort } from '../src/pipeline/read-port.ts';
import { openWorkspace } from '../src/pipeline/workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { displayFor } from '../src/platform/progress.ts';
import { ROOT } from '../src/platform/root.ts';
import { untilStopped } from '../src/platform/until-stopped.ts';

await runCommand(COMMANDS.start, async ({ flag, value, log }) => {
  const port = readPort(value('port'));
  const workspace = await openWorkspace(ROOT);
  if (!flag('no-fetch')) {
    describeReport(await fetchReleases(workspace, { display: displayFor(process.stdout) })).forEach(log);
  }
  await buildSite(ROOT, { log });
  log(`Tidings is at ${await serveSite(ROOT, port)} (Ctrl+C ends it)`);
  await untilStopped();
  return 0;
});
