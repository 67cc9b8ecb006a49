import { COMMANDS } from '../src/pipeline/commands.ts';
import { describeVerify } from '../src/pipeline/verify/describe-verify.ts';
import { verify } from '../src/pipeline/verify/verify.ts';
import { runCommand } from '../src/platform/command.ts';
import { escapeJson } from '../src/platform/escape-json.ts';
import { displayFor, withProgress } from '../src/platform/progress.ts';
import { ROOT } from '../src/platform/root.ts';

await runCommand(COMMANDS.verify, async ({ flag, value, print }) => {
  const display = flag('json') ? 'silent' : displayFor(process.stdout);
  const report = await withProgress('Verifying', display, (onProgress) =>
    verify(ROOT, { since: value('since'), onProgress }),
  );
  if (flag('json')) print(`${escapeJson(report)}\n`);
  else for (const line of describeVerify(report)) print(`${line}\n`);
  return report.problems.length === 0 ? 0 : 1;
});
