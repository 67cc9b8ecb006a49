import { element } from '../element.ts';

/** The rest of a list behind a line that opens it. What is long is made only then. */
export function unfolding<Thing>(
  things: readonly Thing[],
  show: (thing: Thing) => HTMLElement,
  kind: string,
): HTMLElement[] {
  if (things.length === 0) return [];
  const list = element('ul', { class: kind });
  const words = `${things.length.toLocaleString('en-GB')} more`;
  const rest = element('details', { class: 'rest' }, element('summary', {}, words), list);
  rest.addEventListener('toggle', () => list.append(...things.map(show)), { once: true });
  return [rest];
}
