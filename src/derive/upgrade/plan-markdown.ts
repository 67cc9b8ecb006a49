import { packageName, parsePackage } from '../../core/package.ts';
import { KIND_WORDS } from '../meaning/kind-words.ts';
import { countInWords, dayInWords } from '../words.ts';
import type { CumulativeKind } from './cumulate.ts';
import type { UpgradePlan, UpgradeStep } from './plan-upgrade.ts';
import { stepInWords, URGENCY_WORDS, wayInWords } from './step-words.ts';

/** What the notes between say, of each step whose notes were read. */
export type NotesOfSteps = ReadonlyMap<UpgradeStep, readonly CumulativeKind[]>;

const MOST_ITEMS = 15;

/** A plan as a document in markdown, with what the notes say of each step. */
export function planMarkdown({ steps, unwatched }: UpgradePlan, asOf: string, notes: NotesOfSteps): string {
  const parts = [...Map.groupBy(goingOf(steps), ({ urgency }) => urgency)].map(([urgency, own]) => {
    const { title, means } = URGENCY_WORDS[urgency];
    return [`## ${title}`, means, ...own.map((step) => section(step, notes.get(step) ?? []))].join('\n\n');
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

function section(step: UpgradeStep, kinds: readonly CumulativeKind[]): string {
  const { onTrack, latest } = step;
  const stop =
    onTrack !== undefined && onTrack !== latest && `On the same track: ${escapeMarkdown(onTrack[0])}.`;
  const told = kinds.map(({ kind, items }) => {
    const shown = items.slice(0, MOST_ITEMS).map(({ text, releases }) => {
      return `- ${escapeMarkdown(text)} (${escapeMarkdown(releases.map(({ version }) => version).join(', '))})`;
    });
    const more = items.length > MOST_ITEMS ? [`- … and ${items.length - MOST_ITEMS} more`] : [];
    return `**${KIND_WORDS[kind]}**\n\n${[...shown, ...more].join('\n')}`;
  });
  const head = `### ${escapeMarkdown(`${nameOf(step)} ${wayInWords(step)}`)}`;
  return [head, escapeMarkdown(stepInWords(step)), stop, ...told]
    .filter((part) => part !== false)
    .join('\n\n');
}

function nameOf({ package: purl }: UpgradeStep): string {
  return packageName(parsePackage(purl));
}

/**
 * Text of others as plain text of markdown. Where it is pasted into an issue it mentions nobody and refers to nothing: a comment between
 * the sign and the name is how GitHub and GitLab take neither for a reference.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*\d*)([-+=.)])(?=\s)/, '$1\\$2')
    .replace(/([@#!])(?=\w)/g, '$1<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//');
}
