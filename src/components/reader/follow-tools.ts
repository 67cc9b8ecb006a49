import { countInWords } from '../../derive/words.ts';
import { renderOpml, type Subscription } from '../../feeds/opml.ts';
import { subscription } from '../../feeds/subscription.ts';
import { element } from '../element.ts';
import { link } from '../links.ts';
import { part } from '../part.ts';
import { saveFile } from '../save-file.ts';
import { writeShared } from './follow-set.ts';
import { OWN, whenChanged } from './own.ts';

const tools = part('[data-follow-tools]', HTMLElement);
const status = part('[role="status"]', HTMLElement, tools);
const more = part('.more', HTMLElement, tools);
const filter = part('select', HTMLSelectElement, tools);
part('a', HTMLAnchorElement, more).search = '?only=followed';

function show(): void {
  const { length } = OWN.followed.read();
  status.textContent =
    length === 0
      ? 'Follow some of them to see their releases alone. Your browser keeps which, and nobody else learns of it.'
      : `You follow ${countInWords(length, 'project')} in this browser.`;
  more.hidden = length === 0;
}

/** The rows of the projects that are followed, which this site has, in its order. */
function subscriptions(): Subscription[] {
  const followed = new Set(OWN.followed.read());
  const kind = { path: filter.value, title: filter.selectedOptions[0]?.text ?? '' };
  return [...document.querySelectorAll<HTMLElement>('tbody tr')].flatMap((row) => {
    const { follow = '' } = row.querySelector<HTMLElement>('[data-follow]')?.dataset ?? {};
    const page = row.querySelector<HTMLAnchorElement>('th a');
    if (page === null || !followed.has(follow)) return [];
    const place = { name: page.textContent ?? follow, path: '', tags: [] };
    return [subscription(place, kind, 'atom.xml', page.href)];
  });
}

function download(): void {
  const opml = renderOpml({ title: 'Followed on Tidings', outlines: subscriptions() });
  saveFile('tidings.opml', 'text/x-opml', opml);
}

async function share(): Promise<void> {
  const address = new URL(link('') + writeShared(OWN.followed.read()), location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    status.textContent =
      'Copied. Whoever opens it sees these projects, and the host of the site sees their names.';
  } catch {
    // Not every browser lets a page into the clipboard.
    status.replaceChildren('The address is ', element('a', { href: address }, address));
  }
}

part('[data-opml]', HTMLButtonElement, tools).addEventListener('click', download);
part('[data-share]', HTMLButtonElement, tools).addEventListener('click', () => void share());
document.addEventListener('tidings:followed', show);
whenChanged(OWN.followed, show);
tools.hidden = false;
show();
