import { showHidden } from '../../core/show-hidden.ts';
import type { CodeComparison } from '../../derive/compare/code-between.ts';
import type { ComparedRelease } from '../../derive/compare/compare-index.ts';
import type { Comparison } from '../../derive/compare/compare-markdown.ts';
import { hasFlag } from '../../derive/compare/compare-range.ts';
import { refOf } from '../../derive/compare/find-version.ts';
import { dayInWords } from '../../derive/words.ts';
import { element } from '../element.ts';
import { releaseLink } from '../show-item.ts';
import { unfolding } from './unfolding.ts';

const FEW = 12;
const FLAG_WORDS = [
  ['breaking', 'breaking'],
  ['security', 'security'],
  ['prerelease', 'pre-release'],
  ['yanked', 'yanked'],
  ['withdrawn', 'withdrawn'],
  ['deprecated', 'deprecated'],
] as const;

/** The page of a release, below the site. */
export type PathOf = (release: ComparedRelease) => string | undefined;

/** What stands beside the notes: the code, the releases, and who is thanked. */
export function showAside({ range, told, code }: Comparison, pathOf: PathOf): HTMLElement {
  const toRelease = (release: ComparedRelease) => showRelease(release, pathOf);
  return element(
    'aside',
    { class: 'facts-column' },
    ...part('The code', code, showCode),
    ...part('The releases', range.releases, toRelease),
    ...part(`Out after ${showHidden(refOf(range.to))}`, range.later, toRelease, LATER),
    ...part('Thanks to', told.contributors, showPerson),
  );
}

const LATER =
  'They lie between by their numbers, but came out later: the target need not have what they have, so they are not counted.';

function part<Thing>(
  title: string,
  things: readonly Thing[],
  show: (thing: Thing) => HTMLElement,
  says?: string,
): HTMLElement[] {
  if (things.length === 0) return [];
  const told = says === undefined ? [] : [element('p', { class: 'soft' }, says)];
  const list = element('ul', { class: 'plain' }, ...things.slice(0, FEW).map(show));
  return [element('h2', {}, title), ...told, list, ...unfolding(things.slice(FEW), show, 'plain')];
}

function showCode({ name, url }: CodeComparison): HTMLElement {
  return element('li', {}, element('a', { href: url, rel: 'noreferrer' }, showHidden(name)));
}

function showPerson(name: string): HTMLElement {
  return element('li', {}, element('bdi', {}, showHidden(name)));
}

function showRelease(release: ComparedRelease, pathOf: PathOf): HTMLElement {
  const path = pathOf(release);
  const version =
    path === undefined ? showHidden(release.version) : releaseLink({ version: release.version, path });
  const flags = FLAG_WORDS.filter(([flag]) => hasFlag(release, flag)).map(([, words]) => `, ${words}`);
  const day = element('time', { datetime: release.day }, dayInWords(release.day));
  return element('li', {}, version, element('span', { class: 'soft' }, day, flags.join('')));
}
