import type { Instant } from '../../core/instant.ts';
import type { MadeSummary } from './landing.ts';

/** The message of a commit of summaries: how many, and of which packages. Nothing that upstream or a model wrote enters it. */
export function summariesMessage(made: readonly MadeSummary[], at: Instant): string {
  const counts = Map.groupBy(made, ({ package: pkg }) => pkg.purl);
  const lines = [...counts].map(([purl, own]) => `+ ${purl.slice('pkg:'.length)}  ${own.length}`).sort();
  const title = `summaries: ${made.length} ${made.length === 1 ? 'release' : 'releases'}`;
  return [title, '', ...lines, '', `Run: ${at}`, 'Data-Op: summarize', ''].join('\n');
}
