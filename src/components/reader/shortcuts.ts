/** What a key can do. */
export type Action = 'next' | 'previous' | 'open' | 'mark' | 'search' | 'help';

interface Shortcut {
  readonly key: string;
  readonly action: Action;
  readonly words: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { key: 'j', action: 'next', words: 'to the next release' },
  { key: 'k', action: 'previous', words: 'to the one before' },
  { key: 'o', action: 'open', words: 'open it, as Enter does' },
  { key: 'm', action: 'mark', words: 'mark it as read, or as unread' },
  { key: '/', action: 'search', words: 'search' },
  { key: '?', action: 'help', words: 'show these keys' },
];

/** A key as it was pressed, and where. */
export interface Press {
  readonly key: string;
  readonly hasModifier: boolean;
  /** In a field, where a key is a character or chooses something. */
  readonly isTyping: boolean;
  /** A dialog is open. */
  readonly isElsewhere: boolean;
  /** The reader has not turned them off. https://www.w3.org/TR/WCAG22/#character-key-shortcuts */
  readonly areOn: boolean;
}

/** What a press does; undefined where the key belongs to something else. */
export function actionOf({ key, hasModifier, isTyping, isElsewhere, areOn }: Press): Action | undefined {
  if (!areOn || hasModifier || isTyping || isElsewhere) return undefined;
  return SHORTCUTS.find((shortcut) => shortcut.key === key)?.action;
}
