import type { CompareEdits } from '../../derive/compare/compare-edits.ts';
import { COMPARE_FILES, type CompareIndex } from '../../derive/compare/compare-index.ts';
import { type Comparison, compareMarkdown } from '../../derive/compare/compare-markdown.ts';
import { compareRange, type Range } from '../../derive/compare/compare-range.ts';
import { unansweredInWords } from '../../derive/compare/compare-words.ts';
import { type Choice, completeChoice } from '../../derive/compare/complete-choice.ts';
import { findVersion, refOf } from '../../derive/compare/find-version.ts';
import { toComparison } from '../../derive/compare/to-comparison.ts';
import { indexNotes } from '../../derive/compare/told-between.ts';
import { type UpgradeNotes, upgradeNotesPath } from '../../derive/upgrade/upgrade-notes.ts';
import { element } from '../element.ts';
import { readJson } from '../read-json.ts';
import { fillVersions } from './fill-versions.ts';
import { showComparison } from './show-comparison.ts';
import { showEdits } from './show-edits.ts';
import { showSum } from './show-sum.ts';

/** Where things go. */
export interface ComparePlaces {
  readonly from: HTMLSelectElement;
  readonly to: HTMLSelectElement;
  /** Read aloud when it changes. */
  readonly status: HTMLElement;
  readonly compared: HTMLElement;
}

export interface OpenComparison {
  readonly index: CompareIndex;
  /** Shows a choice, and says which two versions are shown: undefined where none are. */
  readonly show: (choice: Choice) => Choice | undefined;
  /** What is shown, as a document. */
  readonly markdown: () => string | undefined;
}

/**
 * Loads what a project’s comparison needs, and fills the choices.
 * @throws Error where it cannot be read
 */
export async function openComparison(project: string, places: ComparePlaces): Promise<OpenComparison> {
  const folder = `projects/${project}/compare/`;
  const [index, said] = await Promise.all([
    readJson<CompareIndex>(folder + COMPARE_FILES.index),
    readJson<UpgradeNotes>(upgradeNotesPath(project)),
  ]);
  const notes = indexNotes(said);
  const readEdits = once(() => readJson<CompareEdits>(folder + COMPARE_FILES.edits));
  let shown: Comparison | undefined;
  for (const select of [places.from, places.to]) fillVersions(select, index);

  function show(choice: Choice): Choice | undefined {
    shown = undefined;
    const whole = completeChoice(index, choice);
    const range = whole && compareRange(index, whole.from, whole.to);
    const refOfGiven = (text = '') => nameOf(findVersion(index, text)?.release);
    places.from.value = refOfGiven(whole?.from);
    places.to.value = refOfGiven(whole?.to);
    places.compared.replaceChildren();
    if (range === undefined)
      places.status.textContent = `There are no two versions of ${index.name} to compare yet.`;
    else if ('problem' in range) places.status.textContent = unansweredInWords(index, range);
    else return draw(range);
    return undefined;
  }

  function draw(range: Range): Choice {
    shown = toComparison(index, range, notes);
    const edits = element('div', {});
    const pathOf = (release: Range['from']) => notes.get(refOf(release))?.path;
    places.compared.replaceChildren(...showComparison(shown, pathOf, edits));
    places.status.replaceChildren(...showSum(range));
    const choice = { from: refOf(range.from), to: refOf(range.to) };
    places.from.value = choice.from;
    places.to.value = choice.to;
    if (range.releases.some((one) => one.edits !== undefined)) void fillEdits(range, edits, readEdits);
    return choice;
  }

  return { index, show, markdown: () => shown && compareMarkdown(shown) };
}

function nameOf(release: Range['from'] | undefined): string {
  return release === undefined ? '' : refOf(release);
}

async function fillEdits(
  { releases }: Range,
  place: HTMLElement,
  read: () => Promise<CompareEdits>,
): Promise<void> {
  const refs = new Set(releases.map(refOf));
  try {
    const { edits } = await read();
    place.replaceChildren(showEdits(edits.filter(({ ref }) => refs.has(ref))));
  } catch {
    place.replaceChildren(
      element(
        'p',
        {},
        'Some of these notes were edited later; how could not be read. Reload the page to try again.',
      ),
    );
  }
}

/** What failed once may be there the next time. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    reading.catch(() => {
      reading = undefined;
    });
    return reading;
  };
}
