/** A changelog in the form of keepachangelog.com, newest first. */
export function makeChangelog(versions: readonly string[]): string {
  const sections = versions.toReversed().map((version) => `## [${version}]\n\n- Notes of ${version}\n`);
  return ['# Changelog\n', '## [Unreleased]\n', ...sections].join('\n');
}
