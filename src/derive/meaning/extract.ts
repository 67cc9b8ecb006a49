import type { NoteKind } from './note-item.ts';
import type { NotesMeaning } from './read-meaning.ts';

/** A summary made by rules: items of the notes as they stand there. */
export interface Extract {
  /** The item that tells most. */
  readonly headline: string;
  readonly breaking: readonly string[];
  readonly security: readonly string[];
  readonly features: readonly string[];
  readonly fixes: readonly string[];
}

const MOST = 3;

// What decides whether a release matters goes first.
const TELLING: readonly NoteKind[] = [
  'breaking',
  'security',
  'feature',
  'deprecation',
  'fix',
  'performance',
  'other',
  'documentation',
];

/** The summary that is always there: the most telling items, at most three of a kind, none twice; undefined where notes say nothing. */
export function extractOf({ items }: NotesMeaning): Extract | undefined {
  const first = TELLING.map((kind) => items.find((item) => item.kind === kind)).find(
    (item) => item !== undefined,
  );
  if (first === undefined) return undefined;
  const told = new Set<string>();
  const take = (kind: NoteKind): string[] => {
    const texts: string[] = [];
    for (const item of items) {
      if (item.kind !== kind || told.has(item.text) || texts.length === MOST) continue;
      told.add(item.text);
      texts.push(item.text);
    }
    return texts;
  };
  return {
    headline: first.text,
    breaking: take('breaking'),
    security: take('security'),
    features: take('feature'),
    fixes: take('fix'),
  };
}
