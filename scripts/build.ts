import { buildSite } from '../src/pipeline/build-site.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.build, async ({ value }) => {
  await buildSite(ROOT, value('out'));
  return 0;
});
