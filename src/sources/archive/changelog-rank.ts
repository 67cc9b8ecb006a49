// https://github.com/renovatebot/renovate/blob/main/lib/workers/repository/update/pr/changelog/common.ts; .rdoc is Ruby's own.
const NAMES = ['changelog', 'changes', 'history', 'news', 'releases', 'release_notes'];
const ENDINGS = ['.md', '.markdown', '.rst', '.adoc', '.rdoc', '', '.txt'];
const RANKING = NAMES.flatMap((name) => ENDINGS.map((ending) => name + ending));

/** How well a file name suits a changelog, 0 best; Infinity for all other files. */
export function changelogRank(name: string): number {
  const rank = RANKING.indexOf(name.toLowerCase());
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}
