import { COMMANDS } from '../src/pipeline/commands.ts';
import { staleDocs, writeDocs } from '../src/pipeline/generate-docs.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.docs, async ({ flag, print }) => {
  const paths = flag('check') ? await staleDocs(ROOT) : await writeDocs(ROOT);
  for (const path of paths) print(`${path} ${flag('check') ? 'is out of date' : 'written'}\n`);
  return flag('check') && paths.length > 0 ? 1 : 0;
});
