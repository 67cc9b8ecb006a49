import { COMMANDS } from '../src/pipeline/commands.ts';
import { readWatchOptions } from '../src/pipeline/watch/watch-options.ts';
import { watchWorkspace } from '../src/pipeline/watch/watch-workspace.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';
import { stopSignal } from '../src/platform/until-stopped.ts';

await runCommand(COMMANDS.watch, async ({ flag, value, log }) => {
  const options = readWatchOptions({
    every: value('every'),
    commit: flag('commit'),
    push: flag('push'),
    port: value('port'),
    noBuild: flag('no-build'),
  });
  await watchWorkspace(ROOT, options, log, stopSignal());
  return 0;
});
