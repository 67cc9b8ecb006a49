import { join } from 'node:path';
import { ConfigError } from '../../platform/errors.ts';
import { removeFile } from '../../platform/files.ts';
import { git } from '../../platform/git.ts';
import { semver } from '../../versions/semver.ts';
import { listVersions, withVersions } from './fetched-template.ts';
import { planTemplateUpgrade, type TemplatePlan, type Tree } from './plan-upgrade.ts';
import { readTemplate } from './template.ts';

export interface UpgradeOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly dryRun: boolean;
}

/** What an upgrade did, or would do. Without a plan there was nothing to do. */
export interface Upgrade {
  readonly version: string;
  readonly to: string;
  readonly plan?: TemplatePlan;
  /** Files that hold the marks of a conflict now. */
  readonly conflicts: readonly string[];
}

const LITERAL = { environment: { GIT_LITERAL_PATHSPECS: '1' } };

/**
 * Patches the code of a copy from the template's version that it stands at to a newer one. Nothing is committed.
 * @throws ConfigError before anything is touched, also where git refuses the patch
 */
export async function upgrade(root: string, options: UpgradeOptions): Promise<Upgrade> {
  const template = await readTemplate(root);
  const { version } = template;
  const from = options.from ?? template.repository;
  const versions = await listVersions(root, from);
  const to = options.to ?? versions.at(-1) ?? version;
  const isNewest = options.to === undefined && semver.compare(version, to) >= 0;
  if (isNewest || to === version) return { version, to: version, conflicts: [] };
  for (const tag of [version, to].filter((wanted) => !versions.includes(wanted))) {
    const remedy = `it has ${versions.join(', ') || 'no version at all'}`;
    throw new ConfigError(`the template at ${from} has no version ${tag}`, { remedy });
  }
  if (!options.dryRun) await demandClean(root);
  return withVersions(root, from, [version, to], async (before, after) => {
    const [old, next, here] = await Promise.all([before, after, 'HEAD'].map((name) => readTree(root, name)));
    const plan = planTemplateUpgrade(old ?? new Map(), next ?? new Map(), here ?? new Map());
    const conflicts = options.dryRun ? [] : await patch(root, before, after, plan.patched);
    return { version, to, plan, conflicts };
  });
}

// An edit that is not committed could not be told from what the upgrade brought.
async function demandClean(root: string): Promise<void> {
  const prefix = (await git(root, ['rev-parse', '--show-prefix'])).trim();
  if (prefix !== '') {
    throw new ConfigError(
      `${root} is a folder inside of another repository: there is nothing to upgrade by`,
      {
        remedy: 'move it to a repository of its own',
      },
    );
  }
  const outside = ['--', '.', ':(exclude)data'];
  const status = await git(root, ['status', '--porcelain', '-z', '--no-renames', ...outside]);
  const paths = status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
  if (paths.length === 0) return;
  throw new ConfigError(`${paths.join(', ')}: changed, but not committed`, {
    remedy: 'commit these files or put them away (git stash), then run npm run upgrade again',
  });
}

async function readTree(root: string, name: string): Promise<Tree> {
  const lines = (await git(root, ['ls-tree', '-r', '-z', '--full-tree', name])).split('\0');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [file, path] = line.split('\t');
      return file === undefined || path === undefined ? [] : [[path, file]];
    }),
  );
}

/** Applies the patch whole, with marks where both sides changed the same lines. Returns the files that have such marks. */
async function patch(
  root: string,
  before: string,
  after: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const folder = (await git(root, ['rev-parse', '--absolute-git-dir'])).trim();
  // By way of a file: not all that lies in a repository is UTF-8.
  const file = join(folder, 'tidings-upgrade.patch');
  const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-renames', '--unified=3'];
  const form = ['--binary', '--full-index', '--src-prefix=a/', '--dst-prefix=b/', `--output=${file}`];
  try {
    await git(root, ['diff', ...plain, ...form, before, after, '--', ...paths], LITERAL);
    await git(root, ['apply', '--3way', '--whitespace=nowarn', file]);
    return [];
  } catch (error) {
    const unmerged = await git(root, ['diff', '--name-only', '--diff-filter=U', '-z']);
    const conflicts = unmerged.split('\0').filter((path) => path !== '');
    if (conflicts.length === 0) throw error;
    return conflicts;
  } finally {
    await removeFile(file);
  }
}
