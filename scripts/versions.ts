import { COMMANDS } from '../src/pipeline/commands.ts';
import { runVersions } from '../src/pipeline/versions.ts';
import { runCommand } from '../src/platform/command.ts';

await runCommand(COMMANDS.versions, async ({ positionals, log }) => {
  const input = process.stdin.setEncoding('utf8');
  await runVersions(positionals, { input, output: process.stdout, log });
  return 0;
});
