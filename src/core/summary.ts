import { z } from 'zod';
import { FORMAT } from './package-record.ts';

/** One statement of a model, and the words of the notes that carry it. Plain text, a line each. */
export const SummaryItem = z.strictObject({
  text: z.string().min(1).max(240),
  quote: z.string().min(1).max(300),
});
export type SummaryItem = z.infer<typeof SummaryItem>;

/** The kinds of items that a summary lists, in the order of being told. They say where an item stands, never what a release is. */
export const SUMMARY_LISTS = ['breaking', 'security', 'features', 'fixes'] as const;
export type SummaryList = (typeof SUMMARY_LISTS)[number];

const Items = z.array(SummaryItem).min(1).optional();
const NotesHash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const origin = {
  /** Of the notes that were summarised, as notesHash tells it. */
  notes: NotesHash,
  model: z.string().min(1).max(200),
  /** The version of the prompt. */
  prompt: z.int().positive(),
};

const content = {
  headline: SummaryItem.optional(),
  breaking: Items,
  security: Items,
  features: Items,
  fixes: Items,
  /** What a reader has to do. */
  action: SummaryItem.optional(),
};

/** What a summary says. Nothing, where none of it could be believed. */
export const SummaryContent = z.strictObject(content);
export type SummaryContent = z.infer<typeof SummaryContent>;

/** What a model made of the notes of one release. Key order here is key order on disk. */
export const Summary = z.strictObject({
  version: z.string().min(1).max(1024),
  ...origin,
  ...content,
  /** Items that were not believed. */
  dropped: z.int().positive().optional(),
  /** The summary of the notes as they were before they were edited. */
  replaced: z.strictObject({ ...origin, ...content }).optional(),
});
export type Summary = z.infer<typeof Summary>;

/** `data/summaries/<package>.json`, newest version text first. It costs money: it is never made again from nothing. */
export const SummaryFile = z.strictObject({
  format: z.literal(FORMAT),
  package: z.string().startsWith('pkg:'),
  summaries: z.array(Summary).min(1),
});
export type SummaryFile = z.infer<typeof SummaryFile>;

/** Everything that a summary says, with the place where it says it. */
export function itemsOf(
  content: SummaryContent,
): readonly (readonly [place: SummaryPlace, item: SummaryItem])[] {
  const { headline, action } = content;
  const listed = SUMMARY_LISTS.flatMap((list) => (content[list] ?? []).map((item) => [list, item] as const));
  return [
    ...(headline === undefined ? [] : [['headline', headline] as const]),
    ...listed,
    ...(action === undefined ? [] : [['action', action] as const]),
  ];
}

/** Where an item of a summary stands. */
export type SummaryPlace = 'headline' | SummaryList | 'action';

/** The content alone of what holds more. */
export function contentOf({
  headline,
  breaking,
  security,
  features,
  fixes,
  action,
}: SummaryContent): SummaryContent {
  return {
    ...(headline && { headline }),
    ...(breaking && { breaking }),
    ...(security && { security }),
    ...(features && { features }),
    ...(fixes && { fixes }),
    ...(action && { action }),
  };
}

/** Whether it says anything. */
export function isEmptyContent(content: SummaryContent): boolean {
  return itemsOf(content).length === 0;
}
