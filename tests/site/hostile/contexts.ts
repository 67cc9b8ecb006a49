import { z } from 'zod';
import type { Context } from './context.ts';
import { NOTE_CONTEXTS } from './note-contexts.ts';
import { RECORD_CONTEXTS } from './record-contexts.ts';
import { TOLD_CONTEXTS } from './told-contexts.ts';

const NOTES = Object.entries(NOTE_CONTEXTS).map(([name, wrap]): [string, Context] => [
  name,
  {
    shape: z.string(),
    put: ({ release }, vector) => {
      release.notes.push(...wrap(vector).replaceAll('\r\n', '\n').split('\n'), '');
    },
  },
]);

/** Every field, and every place in notes. */
export const CONTEXTS: Readonly<Record<string, Context>> = {
  ...RECORD_CONTEXTS,
  ...TOLD_CONTEXTS,
  ...Object.fromEntries(NOTES),
};
