import type { Element, ElementContent, Root } from 'hast';
import { isBadge } from '../badge.ts';
import { isBlank } from './is-blank.ts';
import { isElement } from './is-element.ts';
import { walk } from './walk.ts';

/** Drops paragraphs that hold badges only. */
export function dropBadges(root: Root): void {
  walk(root, (node) => (isElement(node, 'p') && holdsBadgesOnly(node) ? [] : undefined));
}

function holdsBadgesOnly(element: Element): boolean {
  const shown = element.children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  return shown.length > 0 && shown.every(isBadgeOrItsLink);
}

function isBadgeOrItsLink(node: ElementContent): boolean {
  if (isElement(node, 'a')) return holdsBadgesOnly(node);
  return isElement(node, 'img') && isBadge(String(node.properties['src'] ?? ''));
}
