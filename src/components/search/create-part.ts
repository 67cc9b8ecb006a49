import { element } from '../element.ts';

/** A part of what was found, the best first. */
export interface Part {
  readonly count: number;
  /** Whether somebody still looks for more, to stand behind. */
  readonly isOpen: boolean;
  readonly slice: (start: number, end: number) => Promise<readonly HTMLElement[]>;
}

export interface Shown {
  readonly title: string;
  /** Whether it comes too late by now. */
  readonly isLate: () => boolean;
  /** Told what goes wrong when somebody asks for more. */
  readonly fail: (error: unknown) => void;
}

const AT_A_TIME = 10;

/**
 * A function that shows the best of a part in its place, with a button for more; nothing where there is none. Called again with a
 * part that has grown, it adds what is missing: nothing that is to be seen moves or loses the focus.
 */
export function createPart(
  place: HTMLElement,
  { title, isLate, fail }: Shown,
): (part: Part) => Promise<void> {
  const list = element('ul', { class: 'hits' });
  const more = element('button', { type: 'button', class: 'framed' });
  let part: Part = { count: 0, isOpen: false, slice: async () => [] };
  let wanted = AT_A_TIME;
  let shown = 0;
  let last: Promise<void> = Promise.resolve();

  async function fill(): Promise<void> {
    const { count, isOpen, slice } = part;
    const items = await slice(shown, wanted);
    if (isLate()) return;
    shown = Math.min(wanted, count);
    list.append(...items);
    more.hidden = count <= shown;
    more.textContent = isOpen ? 'Show more' : `Show more of ${count.toLocaleString('en-GB')}`;
    if (count === 0) place.replaceChildren();
    else if (!list.isConnected) place.replaceChildren(element('h2', {}, title), list, more);
  }

  // One after the other, so that nothing is shown twice.
  function fillInTurn(): Promise<void> {
    last = last.then(fill, fill);
    return last;
  }

  more.addEventListener('click', async () => {
    const first = list.children.length;
    wanted = shown + AT_A_TIME;
    try {
      await fillInTurn();
      list.querySelectorAll<HTMLElement>('a.hit')[first]?.focus();
    } catch (error) {
      fail(error);
    }
  });

  return (grown) => {
    part = grown;
    return fillInTurn();
  };
}
