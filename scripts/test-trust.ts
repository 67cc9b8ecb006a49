import { COMMANDS } from '../src/pipeline/commands.ts';
import { proveTrust } from '../src/pipeline/prove-trust.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS['test:trust'], async () => ((await proveTrust(ROOT)) === 0 ? 0 : 1));
