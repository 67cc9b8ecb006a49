import { countInWords } from '../../derive/words.ts';
import { element } from '../element.ts';
import { part } from '../part.ts';
import { replaceAddress } from '../replace-address.ts';
import { readShared, withoutShared } from './follow-set.ts';
import { OWN } from './own.ts';

/** The set of projects that the address shares, for as long as it is shown. */
export interface Shared {
  readonly ids: () => readonly string[] | undefined;
  /** Shows the reader's own view again. */
  readonly drop: () => void;
}

/** Says that somebody shared what is shown, and offers to keep it. `ended` is told whether the reader took it. */
export function offerShared(bar: HTMLElement, ended: (isTaken: boolean) => void): Shared {
  let ids = readShared(location.search);
  const place = part('[data-shared]', HTMLElement, bar);
  const end = (isTaken: boolean) => {
    ids = undefined;
    place.replaceChildren();
    replaceAddress(withoutShared(location.search));
    ended(isTaken);
  };
  if (ids !== undefined) {
    const count = countInWords(ids.length, 'project');
    const take = element('button', { type: 'button' }, 'Follow them here too');
    take.addEventListener('click', () => {
      OWN.followed.write([...new Set([...OWN.followed.read(), ...(ids ?? [])])]);
      end(true);
    });
    const leave = element('button', { type: 'button' }, 'Show everything');
    leave.addEventListener('click', () => end(false));
    place.append(element('span', {}, `This is a set of ${count} that somebody put together.`), take, leave);
  }
  return { ids: () => ids, drop: () => end(false) };
}
