import { serveSite } from '../src/pipeline/build-site.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { readPort } from '../src/pipeline/read-port.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';
import { untilStopped } from '../src/platform/until-stopped.ts';

await runCommand(COMMANDS.preview, async ({ value, log }) => {
  log(`Tidings is at ${await serveSite(ROOT, readPort(value('port')))} (Ctrl+C ends it)`);
  await untilStopped();
  return 0;
});
