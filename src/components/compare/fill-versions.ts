import { showHidden } from '../../core/show-hidden.ts';
import type { ComparedRelease, CompareIndex, CompareLine } from '../../derive/compare/compare-index.ts';
import { hasFlag } from '../../derive/compare/compare-range.ts';
import { refOf } from '../../derive/compare/find-version.ts';

const MARKED = ['yanked', 'withdrawn', 'deprecated'] as const;

/** Puts all versions into a choice, highest first, in a group a line where there are several. */
export function fillVersions(select: HTMLSelectElement, { lines }: CompareIndex): void {
  const groups = lines.map((line) => {
    const options = line.releases.map(toOption).reverse();
    if (lines.length === 1) return options;
    const group = document.createElement('optgroup');
    group.label = titleOf(line);
    group.append(...options);
    return [group];
  });
  // Chosen where an address names a version that is not there.
  select.replaceChildren(new Option('Choose a version', ''), ...groups.flat());
}

function titleOf({ name, isByDate }: CompareLine): string {
  if (isByDate) return 'No versions, by their day';
  return name === undefined ? 'Versions' : showHidden(name);
}

function toOption(release: ComparedRelease): HTMLOptionElement {
  const marked = MARKED.filter((flag) => hasFlag(release, flag)).map((flag) => `, ${flag}`);
  return new Option(`${showHidden(release.version)}${marked.join('')}`, refOf(release));
}
