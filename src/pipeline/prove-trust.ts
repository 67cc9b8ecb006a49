import { join } from 'node:path';
import { now } from '../platform/clock.ts';
import { ConfigError } from '../platform/errors.ts';
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts';
import { machine } from '../platform/machine.ts';
import { runTrustTests } from './tests.ts';
import { readFigures, withFigures } from './trust-figures.ts';
import { headOf } from './writer/writer.ts';

const PAGE = 'docs/reliability.md';

/** Proves what can be proved under faults and races, and writes the figures into their page. Gives the exit code of the tests. */
export async function proveTrust(root: string): Promise<number> {
  const report = join(root, '.cache/trust.tap');
  await writeFileAtomic(report, '');
  const { code } = await runTrustTests(report);
  if (code !== 0) return code;
  const figures = readFigures((await readFileIfThere(report)) ?? '');
  const about = { commit: await headOf(root), day: now().slice(0, 10), machine: machine() };
  const page = withFigures((await readFileIfThere(join(root, PAGE))) ?? '', figures, about);
  if (page === undefined) {
    throw new ConfigError(`${PAGE}: has no place for the figures`, { remedy: `git restore ${PAGE}` });
  }
  await writeFileAtomic(join(root, PAGE), page);
  return 0;
}
