import { html } from '../../../src/core/html.ts';
import type { Typeface } from '../../../src/outputs/social/typeface.ts';

/** A face whose letters are all half as wide as they are high, and which has printable ASCII, `…`, `·` and `é`. */
export const STUB: Typeface = {
  has: (character) => /^[ -~…·é]$/.test(character),
  widthOf: (text, size) => [...text].length * size * 0.5,
  draw: (text) => html`${text}`,
};
