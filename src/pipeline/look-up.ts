import { HostError } from '../platform/errors.ts';
import type { Task } from '../platform/progress.ts';
import type { Fetched, LookUp, Source, World } from '../sources/source.ts';

/** What one source answered about each of its packages, by purl. */
export type LookedUp = Map<string, Fetched>;

/** One task a source: it fills `answers`, and its line counts. */
export function lookUpTask(
  source: Source,
  lookUps: readonly LookUp[],
  world: World,
  answers: LookedUp,
): Task {
  const run: Task['run'] = async (progress) => {
    let answered = 0;
    const counts = { listed: 0, unchanged: 0, gone: 0, failed: 0 };
    for await (const { package: pkg, fetched } of source.fetch(lookUps, world)) {
      answers.set(pkg.purl, fetched);
      counts[fetched.status] += 1;
      answered += 1;
      progress.update(`${answered} of ${lookUps.length}, ${inWords(counts)}`);
    }
    for (const { package: pkg } of lookUps) {
      if (answers.has(pkg.purl)) continue;
      counts.failed += 1;
      const error = new HostError(`${source.id} gave no answer for ${pkg.purl}`);
      answers.set(pkg.purl, { status: 'failed', error });
    }
    return inWords(counts);
  };
  return { title: source.title, run };
}

function inWords({ listed, unchanged, gone, failed }: Record<Fetched['status'], number>): string {
  const words = [`${listed} read`, `${unchanged} unchanged`];
  if (gone > 0) words.push(`${gone} gone`);
  if (failed > 0) words.push(`${failed} failed`);
  return words.join(', ');
}
