import type { Upgrade } from './upgrade.ts';

/** What `--dry-run` shows: a line a path. */
export function describeUpgradePlan({ version, to, plan }: Upgrade): string {
  if (plan === undefined) return `${version} is the newest\n`;
  const lines = [
    ...plan.patched.map((path) => `patch  ${path}`),
    ...plan.kept.map((path) => `keep   ${path}  (edited here, removed by the template)`),
    ...plan.missing.map((path) => `leave  ${path}  (removed here, changed by the template)`),
  ];
  return `${[...lines, `${version} → ${to}: ${plan.patched.length} files`].join('\n')}\n`;
}

/** What an upgrade tells a person at its end, with what is left to do. */
export function describeUpgrade({ version, to, plan, conflicts }: Upgrade): string[] {
  if (plan === undefined) return [`${version} is the newest: nothing to do.`];
  const lines = [`${version} → ${to}: ${plan.patched.length} files patched and staged, data/ untouched.`];
  for (const path of plan.missing)
    lines.push(`${path}: removed here, changed by the template; it stays removed.`);
  for (const path of plan.kept) {
    lines.push(`${path}: edited here, removed by the template. Remedy: git rm it, unless you need it.`);
  }
  if (conflicts.length > 0) {
    lines.push(
      `${conflicts.join(', ')}: changed here and by the template in the same lines.`,
      'Remedy: choose between the marked lines, then git add these files. Or go back with git reset --merge.',
    );
  }
  return [...lines, 'Then run npm ci and npm run check, and commit.'];
}

/** The exit code of an upgrade: 1 where a person has to decide. */
export function upgradeExitCode({ plan, conflicts }: Upgrade): 0 | 1 {
  return conflicts.length > 0 || (plan?.kept.length ?? 0) > 0 ? 1 : 0;
}
