import { compareText } from '../../core/compare-text.ts';

const NAMES = ['changelog', 'changes', 'history', 'news', 'releases', 'release_notes'];
const ENDINGS = ['.md', '.markdown', '.rst', '.adoc', '.txt', ''];
const RANKING = NAMES.flatMap((name) => ENDINGS.map((ending) => name + ending));

/** The file among these that is most likely the changelog, whatever its case; undefined if none is. */
export function chooseChangelog(files: readonly string[]): string | undefined {
  const [best] = files
    .map((name) => ({ name, rank: RANKING.indexOf(name.toLowerCase()) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || compareText(a.name, b.name));
  return best?.name;
}
