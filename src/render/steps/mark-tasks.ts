import type { Element, ElementContent, Root } from 'hast';
import { isBlank } from './is-blank.ts';
import { isElement } from './is-element.ts';
import { walk } from './walk.ts';

/** Names the boxes of task lists for screen readers and styles, and removes every other input. */
export function markTasks(root: Root): void {
  walk(root, (node) => {
    if (isElement(node, 'ul', 'ol')) markList(node);
    if (!isElement(node, 'input')) return undefined;
    if (!isBox(node)) return [];
    node.properties['ariaLabel'] = node.properties['checked'] ? 'Completed task' : 'Incomplete task';
    return undefined;
  });
}

function markList(list: Element): void {
  const tasks = list.children.filter((item) => item.type === 'element').filter(isTask);
  for (const task of tasks) task.properties['className'] = ['task-list-item'];
  if (tasks.length > 0) list.properties['className'] = ['contains-task-list'];
}

function isTask(item: Element): boolean {
  const first = firstShown(item);
  // The text of an item in a loose list is in a paragraph.
  return isBox(isElement(first, 'p') ? firstShown(first) : first);
}

function firstShown(parent: Element): ElementContent | undefined {
  return parent.children.find((child) => !isBlank(child));
}

function isBox(node: ElementContent | undefined): boolean {
  return isElement(node, 'input') && node.properties['type'] === 'checkbox';
}
