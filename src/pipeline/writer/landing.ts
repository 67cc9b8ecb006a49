import { join } from 'node:path';
import { existingFiles, removeFile } from '../../platform/files.ts';
import { GitError, git } from '../../platform/git.ts';

/** The commit that the branch is being moved to; it stands there no longer than that takes. */
const LANDING = 'refs/tidings/landing';

/** Does the step that moves a checkout to a commit, so that the next run can tell what a kill left of it. */
export async function whileLanding<T>(root: string, commit: string, step: () => Promise<T>): Promise<T> {
  await git(root, ['update-ref', LANDING, commit]);
  try {
    return await step();
  } finally {
    await git(root, ['update-ref', '-d', LANDING]);
  }
}

/**
 * Takes back what a run that was killed in the middle of its last step had written into the checkout. A file that holds what the commit
 * holds is ours; every other one is a person's, and stays.
 */
export async function takeBackLanding(root: string): Promise<void> {
  const landing = await landingOf(root);
  if (landing === undefined) return;
  const args = [
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--relative',
    'HEAD',
    landing,
    '--',
    'data',
  ];
  const written = await writtenOf(root, parseRaw(await git(root, args)));
  const added = written.filter(({ before }) => before === NONE);
  const changed = written.filter(({ before }) => before !== NONE);
  const restore = ['restore', '--source=HEAD', '--staged', '--worktree', ...PATHS];
  if (changed.length > 0) await git(root, restore, { input: listOf(changed), ...LITERAL });
  const forget = ['rm', '--cached', '--force', '--quiet', '--ignore-unmatch', ...PATHS];
  if (added.length > 0) await git(root, forget, { input: listOf(added), ...LITERAL });
  for (const { path } of added) await removeFile(join(root, path));
  await git(root, ['update-ref', '-d', LANDING]);
}

const PATHS = ['--pathspec-from-file=-', '--pathspec-file-nul'];
const LITERAL = { environment: { GIT_LITERAL_PATHSPECS: '1' } };
const NONE = '';

interface Step {
  readonly path: string;
  /** The blobs at both ends of the step; empty where there is no file. */
  readonly before: string;
  readonly after: string;
}

async function landingOf(root: string): Promise<string | undefined> {
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', LANDING])).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function parseRaw(raw: string): Step[] {
  const fields = raw.split('\0');
  return fields.flatMap((meta, index) => {
    if (!meta.startsWith(':')) return [];
    const [before = NONE, after = NONE] = meta
      .split(' ')
      .slice(2)
      .map((blob) => blob.replace(/^0+$/, NONE));
    return [{ path: fields[index + 1] ?? '', before, after }];
  });
}

async function writtenOf(root: string, steps: readonly Step[]): Promise<Step[]> {
  const there = await existingFiles(
    root,
    steps.map(({ path }) => path),
  );
  const hashes = (
    await git(root, ['hash-object', '--stdin-paths'], { input: there.map((path) => `${path}\n`).join('') })
  )
    .split('\n')
    .filter((line) => line !== '');
  const hashOf = new Map(there.map((path, index) => [path, hashes[index]]));
  return steps.filter(({ path, after }) => (hashOf.get(path) ?? NONE) === after);
}

function listOf(steps: readonly Step[]): string {
  return steps.map(({ path }) => path).join('\0');
}
