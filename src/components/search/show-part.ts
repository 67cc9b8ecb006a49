import { element } from '../element.ts';

/** A part of what was found, the best first. */
export interface Part {
  readonly title: string;
  readonly count: number;
  readonly first: (most: number) => Promise<readonly HTMLElement[]>;
}

const AT_A_TIME = 10;

/** Shows the best of a part in its place, with a button for more; nothing where there is none, or where it is late by then. */
export async function showPart(
  place: HTMLElement,
  part: Part,
  isLate: () => boolean,
  most = AT_A_TIME,
): Promise<void> {
  const items = await part.first(most);
  if (isLate()) return;
  if (items.length === 0) return place.replaceChildren();
  const list = element('ul', { class: 'hits' }, ...items);
  place.replaceChildren(element('h2', {}, part.title), list);
  if (part.count <= most) return;
  const more = element('button', { type: 'button' }, `Show more of ${part.count.toLocaleString('en-GB')}`);
  more.addEventListener('click', async () => {
    await showPart(place, part, isLate, most + AT_A_TIME);
    place.querySelectorAll<HTMLElement>('a.hit')[most]?.focus();
  });
  place.append(more);
}
