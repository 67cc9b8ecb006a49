import { dirname } from 'node:path';
import type { Package } from '../../core/package.ts';
import { readObjects } from '../../platform/git-objects.ts';
import { LEDGER_PATH, packagePath } from '../../store/paths.ts';
import type { DataCommit, FileChange } from './data-commit.ts';
import { expandMerges } from './expand-merges.ts';
import { nextState, type PackageState, splitPath } from './package-files.ts';
import { listTree, readLog } from './read-log.ts';

/** The commits that touched a package's files or the ledger, oldest first. */
export async function readPackageLog(root: string, pkg: Package, tip: string): Promise<DataCommit[]> {
  const base = `data/${packagePath(pkg)}`;
  // A path holds no character that means something in a glob: encodeSegment sees to that.
  const paths = [`:(literal)${base}.json`, `:(glob)${base}@*.json`, `data/${LEDGER_PATH}`];
  return expandMerges(root, await readLog(root, [tip], paths), paths);
}

/** What of a commit is of this package. */
export function ownFiles({ files }: DataCommit, pkg: Package): FileChange[] {
  const own = packagePath(pkg);
  return files.filter(({ path }) => splitPath(path)?.base === own);
}

/** The states of a package, commit by commit; undefined where it was removed. */
export async function* readStates(
  root: string,
  pkg: Package,
  commits: readonly DataCommit[],
): AsyncGenerator<{ readonly commit: DataCommit; readonly state: PackageState | undefined }> {
  const touching = commits.filter((commit) => ownFiles(commit, pkg).length > 0);
  const blobs = touching.flatMap((commit) => ownFiles(commit, pkg).flatMap(({ after }) => after ?? []));
  const objects = readObjects(root, blobs);
  let state: PackageState | undefined;
  for (const commit of touching) {
    const texts = new Map<string, string | undefined>();
    for (const { path, after } of ownFiles(commit, pkg)) {
      const text = after === undefined ? undefined : (await objects.next()).value?.toString('utf8');
      texts.set(splitPath(path)?.suffix ?? '', text);
    }
    state = nextState(packagePath(pkg), state, texts);
    yield { commit, state };
  }
}

/** A package as it is in the tree of a commit. */
export async function readStateAt(
  root: string,
  pkg: Package,
  commit: string,
): Promise<PackageState | undefined> {
  const base = packagePath(pkg);
  const own = (await listTree(root, commit, dirname(base))).filter(
    ([path]) => splitPath(path)?.base === base,
  );
  const objects = readObjects(
    root,
    own.map(([, blob]) => blob),
  );
  const texts = new Map<string, string | undefined>();
  for (const [path] of own) {
    texts.set(splitPath(path)?.suffix ?? '', (await objects.next()).value?.toString('utf8'));
  }
  return nextState(base, undefined, texts);
}
