import { dropHarmful } from '../core/hidden-characters.ts';

// JSON.stringify escapes half a pair of surrogates, and strict readers refuse the escape: https://www.rfc-editor.org/rfc/rfc8259#section-8.2

/** A text as every form of a feed can hold it: Unicode, and nothing that XML forbids, that turns a line around or that a terminal obeys. */
export function feedText(text: string): string {
  return dropHarmful(text.toWellFormed());
}
