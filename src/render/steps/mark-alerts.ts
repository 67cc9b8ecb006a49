import type { Element, Root, Text } from 'hast';
import { isBlank } from './is-blank.ts';
import { isElement } from './is-element.ts';
import { makeElement } from './make-element.ts';
import { makeText } from './make-text.ts';
import { walk } from './walk.ts';

const MARKER = /^\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** A quotation that opens with `[!NOTE]` on a line of its own becomes an alert with a title. */
export function markAlerts(root: Root): void {
  walk(root, (node) => {
    if (isElement(node, 'blockquote')) markAlert(node);
    return undefined;
  });
}

function markAlert(quote: Element): void {
  const paragraph = quote.children.find((child) => !isBlank(child));
  if (!isElement(paragraph, 'p')) return;
  const [opening] = paragraph.children;
  const kind = opening?.type === 'text' ? takeMarker(opening, paragraph) : undefined;
  if (kind === undefined) return;
  quote.properties['className'] = ['alert', `alert-${kind}`];
  const name = makeElement('strong', {}, [makeText(kind.charAt(0).toUpperCase() + kind.slice(1))]);
  const rest = paragraph.children.every(isBlank) ? [] : [paragraph];
  quote.children.splice(quote.children.indexOf(paragraph), 1, makeElement('p', {}, [name]), ...rest);
}

/** Takes the marker out of a paragraph, with the line break after it, and returns its kind in lower case. */
function takeMarker(opening: Text, paragraph: Element): string | undefined {
  const [marker, kind] = MARKER.exec(opening.value) ?? [];
  if (marker === undefined || kind === undefined) return undefined;
  const rest = opening.value.slice(marker.length);
  const next = paragraph.children[1];
  const isOnItsOwn = marker.endsWith('\n') || next === undefined || isElement(next, 'br');
  if (!isOnItsOwn) return undefined;
  opening.value = rest;
  if (rest === '' && isElement(next, 'br')) paragraph.children.splice(1, 1);
  return kind.toLowerCase();
}
