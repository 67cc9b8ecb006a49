import { dropHarmful } from '../core/hidden-characters.ts';

/** A text as every form of a feed can hold it: Unicode, and nothing that XML forbids, that turns a line around or that a terminal obeys. */
export function feedText(text: string): string {
  return dropHarmful(text.toWellFormed());
}
