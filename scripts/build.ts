import { buildSite } from '../src/pipeline/build-site.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.build, async ({ value, log }) => {
  await buildSite(ROOT, { folder: value('out'), log });
  return 0;
});
