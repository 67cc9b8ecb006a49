import type { SummarizeReport } from './summarize.ts';

/** What `--provider none` says. */
export const NOBODY_ASKED =
  'No model is asked: the site shows the summaries that rules make of the notes. To ask one: --provider openai (docs/summaries.md).';

/** What a run tells a person at its end. */
export function describeReport(report: SummarizeReport): string[] {
  const { asked, made, items, dropped, held, calls, tokens, counted, failures, ended } = report;
  const told = counted === 0 ? '' : ` (${counted} by the endpoint's own count)`;
  return [
    `${made} of ${asked} releases summed up, ${held} were before: ${items} items with their quotation, ${dropped} without and dropped.`,
    `${calls} calls, at most ${tokens} tokens${told}.`,
    ...(ended === undefined ? [] : [`No more were asked: ${ended}. The next run goes on.`]),
    ...failures.map(({ package: purl, version, reason, remedy }) => {
      return `${purl} ${version}: ${reason}. Remedy: ${remedy ?? 'the next run asks again'}. The summary made by rules is shown.`;
    }),
  ];
}

/** The exit code of a run: 1 if all that was asked failed, or `strict` and something did. */
export function exitCodeOf({ asked, failures }: SummarizeReport, isStrict: boolean): 0 | 1 {
  const isAllFailed = asked > 0 && failures.length === asked;
  return isAllFailed || (isStrict && failures.length > 0) ? 1 : 0;
}
