import { COMMANDS } from '../src/pipeline/commands.ts';
import { history } from '../src/pipeline/history/history.ts';
import { runCommand } from '../src/platform/command.ts';
import { ConfigError } from '../src/platform/errors.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.history, async ({ value, positionals, print }) => {
  const [purl, ...others] = positionals;
  if (purl === undefined || others.length > 0) {
    throw new ConfigError('history: name one package', { remedy: 'npm run history -- pkg:npm/axios' });
  }
  const lines = await history(ROOT, purl, { at: value('at'), version: value('version') });
  print(`${lines.join('\n')}\n`);
  return 0;
});
