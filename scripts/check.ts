import { planChecks } from '../src/pipeline/checks.ts';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { runChecks } from '../src/pipeline/run-checks.ts';
import { runCommand } from '../src/platform/command.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.check, async ({ flag, print }) => {
  const checks = planChecks(ROOT, { fix: flag('fix'), tests: !flag('no-tests') });
  const failed = await runChecks(checks, print);
  const summary = failed.length === 0 ? 'all well' : `failed: ${failed.join(', ')}`;
  print(`${checks.length} checks, ${summary}\n`);
  return failed.length === 0 ? 0 : 1;
});
