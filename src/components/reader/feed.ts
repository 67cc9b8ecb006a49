import { part } from '../part.ts';
import { replaceAddress } from '../replace-address.ts';
import { setUpControls } from './controls.ts';
import { offerShared } from './offer-shared.ts';
import { OWN, whenChanged } from './own.ts';
import { fits, isNarrow, NOTHING, type Refinement } from './refine.ts';
import { readRefinement, writeRefinement } from './refine-address.ts';
import { drawLine, showMarks } from './show-marks.ts';
import { shownEntries } from './shown-entries.ts';
import { tallyInWords } from './tally.ts';
import { isNew, isUnread, markAllRead, markAs, openVisit, type Seen, type Visits } from './visits.ts';

const bar = part('[data-refine]', HTMLElement);
const status = part('[role="status"]', HTMLElement, bar);
const allRead = part('[data-all-read]', HTMLButtonElement, bar);
const nothing = part('[data-nothing]', HTMLElement);
const nobody = part('[data-nobody]', HTMLElement, nothing);
// It opens a link in another tab. https://www.w3.org/TR/pointerevents3/#the-button-property
const MIDDLE = 1;
const newest = bar.dataset['newest'] ?? '';
const entries = shownEntries();
const controls = setUpControls(bar, entries, readRefinement(location.search));
const shared = offerShared(bar, (isTaken) => {
  if (isTaken) controls.show({ ...NOTHING, only: ['followed'] });
  refine();
  // The button that was pressed is gone.
  part('#narrow', HTMLInputElement, bar).focus();
});

let visits = openVisit(OWN.visits.read(), newest, Date.now());
OWN.visits.write(visits);

/** Changes what is kept now, which another tab may have written. */
function change(make: (kept: Visits) => Visits): void {
  OWN.visits.write(make(OWN.visits.read() ?? visits));
  mark();
}

function mark(): void {
  visits = OWN.visits.read() ?? visits;
  showMarks(entries, visits);
  allRead.hidden = !entries.some((entry) => isUnread(visits, entry));
}

function read(seen: Seen): void {
  if (isUnread(visits, seen)) change((kept) => markAs(kept, seen, 'read'));
}

function show(refinement: Refinement): void {
  const followed = shared.ids() ?? OWN.followed.read();
  const wanted =
    shared.ids() === undefined ? refinement : { ...refinement, only: [...refinement.only, 'followed'] };
  for (const entry of entries) entry.article.hidden = !fits(entry, wanted, followed);
  for (const day of document.querySelectorAll<HTMLElement>('.day')) {
    day.hidden = day.querySelector('article:not([hidden])') === null;
  }
  const left = entries.filter(({ article }) => !article.hidden);
  nothing.hidden = left.length > 0;
  nobody.hidden = followed.length > 0 || !wanted.only.includes('followed');
  drawLine(entries, visits);
  tell(isNarrow(wanted));
}

function tell(narrow: boolean): void {
  const sum = (counted: typeof entries) => counted.reduce((total, { count }) => total + count, 0);
  status.textContent = tallyInWords({
    shown: sum(entries.filter(({ article }) => !article.hidden)),
    all: sum(entries),
    isNarrow: narrow,
    fresh: sum(entries.filter((entry) => isNew(visits, entry))),
  });
}

function refine(): void {
  const refinement = controls.read();
  replaceAddress(writeRefinement(refinement, location.search));
  leadOn();
  show(refinement);
}

// Older and newer months are narrowed to the same.
function leadOn(): void {
  for (const turn of document.querySelectorAll<HTMLAnchorElement>('.neighbours a, .months a')) {
    turn.search = location.search;
  }
}

function refresh(): void {
  mark();
  show(controls.read());
}

bar.addEventListener('input', refine);
part('button', HTMLButtonElement, nothing).addEventListener('click', () => {
  controls.show(NOTHING);
  shared.drop();
});
allRead.addEventListener('click', () => {
  change((kept) => markAllRead(kept, newest));
  drawLine(entries, visits);
  status.textContent = 'All is marked as read.';
});
for (const entry of entries) {
  entry.link.addEventListener('click', () => read(entry));
  entry.link.addEventListener('auxclick', ({ button }) => {
    if (button === MIDDLE) read(entry);
  });
  entry.article.addEventListener('tidings:mark', () => {
    const state = isUnread(visits, entry) ? 'read' : 'unread';
    change((kept) => markAs(kept, entry, state));
    status.textContent = `${entry.name} is marked as ${state}.`;
  });
}
whenChanged(OWN.visits, refresh);
whenChanged(OWN.followed, refresh);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) refresh();
});
bar.hidden = false;
leadOn();
refresh();
