import { putBetween } from './docs/put-between.ts';

/** What one test proved: a row of docs/reliability.md. */
export interface Figure {
  readonly what: string;
  readonly figures: string;
}

/** Which run it was. */
export interface About {
  readonly commit: string | undefined;
  readonly day: string;
  readonly machine: string;
}

const BEGIN = '<!-- Figures: npm run test:trust writes from here … -->';
const END = '<!-- … to here. -->';

/** The rows that tests handed over as `trust | what | figures`, in their order, out of a report in TAP. */
export function readFigures(tap: string): Figure[] {
  return [...tap.matchAll(/^ *# trust \| (.+?) \| (.+)$/gm)].map(([, what = '', figures = '']) => ({
    what,
    figures,
  }));
}

/** A page with these figures between its markers; undefined where it has no markers. */
export function withFigures(page: string, figures: readonly Figure[], about: About): string | undefined {
  const rows = figures.map(({ what, figures: found }) => `| ${cell(what)} | ${cell(found)} |`);
  const { commit, day, machine } = about;
  const run = [day, ...(commit === undefined ? [] : [`commit \`${commit.slice(0, 12)}\``]), machine].join(
    ', ',
  );
  const table = ['| what | figures |', '| --- | --- |', ...rows].join('\n');
  return putBetween(page, BEGIN, END, `\`npm run test:trust\`: ${run}.\n\n${table}`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
