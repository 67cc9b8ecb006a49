import { packageName, parsePackage } from '../../core/package.ts';
import { countInWords, dayInWords } from '../words.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { kindsMarkdown } from './kinds-markdown.ts';
import { cutMarkdown, type NotesBetween } from './notes-between.ts';
import type { UpgradePlan, UpgradeStep } from './plan-upgrade.ts';
import { stepInWords, URGENCY_WORDS, wayInWords } from './step-words.ts';

/** What the notes between say, of each step whose notes were read. */
export type NotesOfSteps = ReadonlyMap<UpgradeStep, NotesBetween>;

const MOST_ITEMS = 15;

/** A plan as a document in markdown, with what the notes say of each step. */
export function planMarkdown({ steps, unwatched }: UpgradePlan, asOf: string, notes: NotesOfSteps): string {
  const parts = [...Map.groupBy(goingOf(steps), ({ urgency }) => urgency)].map(([urgency, own]) => {
    const { title, means } = URGENCY_WORDS[urgency];
    return [`## ${title}`, means, ...own.map((step) => section(step, notes.get(step)))].join('\n\n');
  });
  const rest =
    unwatched.length === 0 ? [] : [`Not followed here: ${countInWords(unwatched.length, 'package')} in use.`];
  return `${['# Upgrade plan', `By what was known on ${dayInWords(asOf)}.`, ...parts, ...rest].join('\n\n')}\n`;
}

/** A plan as a checklist, a line a step, in the order in which to go. */
export function planChecklist({ steps }: UpgradePlan): string {
  const lines = goingOf(steps).map((step) => {
    return `- [ ] ${escapeMarkdown(`${nameOf(step)} ${wayInWords(step)}`)} (${escapeMarkdown(stepInWords(step))})\n`;
  });
  return lines.join('');
}

function goingOf(steps: readonly UpgradeStep[]): UpgradeStep[] {
  return steps.filter(({ urgency }) => urgency !== 'stay');
}

function section(step: UpgradeStep, notes: NotesBetween | undefined): string {
  const { onTrack, latest } = step;
  const stop =
    onTrack !== undefined && onTrack !== latest && `On the same track: ${escapeMarkdown(onTrack[0])}.`;
  const told = notes === undefined ? [] : [...kindsMarkdown(notes.kinds, MOST_ITEMS), cutMarkdown(notes)];
  const head = `### ${escapeMarkdown(`${nameOf(step)} ${wayInWords(step)}`)}`;
  return [head, escapeMarkdown(stepInWords(step)), stop, ...told]
    .filter((part) => part !== false && part !== undefined)
    .join('\n\n');
}

function nameOf({ package: purl }: UpgradeStep): string {
  return packageName(parsePackage(purl));
}
