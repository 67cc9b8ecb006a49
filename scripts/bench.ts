import { COMMANDS } from '../src/pipeline/commands.ts';
import { runBench } from '../src/pipeline/run-bench.ts';
import { runCommand } from '../src/platform/command.ts';

await runCommand(COMMANDS.bench, async ({ positionals }) => ((await runBench(positionals[0])) === 0 ? 0 : 1));
