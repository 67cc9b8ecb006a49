import type { NoteKind } from './note-item.ts';

/** What each kind of item is called where items are grouped. */
export const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  breaking: 'Breaking',
  security: 'Security',
  deprecation: 'Deprecated',
  feature: 'New',
  fix: 'Fixed',
  performance: 'Faster',
  documentation: 'Documentation',
  other: 'Also',
};
