const GENERIC = new Set(
  [
    "what's changed, what's new, whats changed, whats new, changes, all changes, notable changes, other changes",
    'patch changes, minor changes, major changes, changelog, change log, full changelog, commits, highlights',
    'release, release notes, full release notes, notes, news, overview, summary, added, changed, fixed, updated',
    'new, features, new features, fixes, bug fixes, bugfixes, bugs, enhancements, improvements',
    'other improvements, refactoring, dependencies, updated dependencies, dependency updates, documentation',
    'docs, tests, chore, chores, miscellaneous chores, build system, maintenance, misc, miscellaneous, other',
    'others, assets, downloads, installation, contributors, new contributors, thanks',
  ].flatMap((line) => line.split(', ')),
);
// `v2`, `1.2.3`, `Release notes for v1.2.3`, `astro@7.3.5`, each with a date or without.
const VERSION =
  /^(?:@?[\w/.-]{1,60}[ @]){0,3}(?:v\d{1,9}|\d{1,9}\.\d)[\w.+-]{0,60}(?:[\s(–-]{1,4}\d{4}-\d\d-\d\d\)?)?$/i;

/** Whether a heading, as plain text, says nothing of what changed: the version again, or what any release has. */
export function isGenericHeading(text: string): boolean {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}' ]/gu, '')
    .trim();
  return words === '' || GENERIC.has(words) || VERSION.test(text.replace(/[[\]]/g, ''));
}
