/** The files of one commit: mode and hash of each by its path. */
export type Tree = ReadonlyMap<string, string>;

/** What an upgrade does to each path that the template changed, in order of path. */
export interface TemplatePlan {
  /** Patched, with three-way merge where this copy has edits. */
  readonly patched: readonly string[];
  /** Edited here, removed by the template: they stay, and a person decides. */
  readonly kept: readonly string[];
  /** Removed here, changed by the template: they stay removed. */
  readonly missing: readonly string[];
}

/** Plans the way from the template's old version to its new one, for a copy as its last commit has it. data/ has no part in it. */
export function planTemplateUpgrade(before: Tree, after: Tree, here: Tree): TemplatePlan {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const patched: string[] = [];
  const kept: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const [old, next, own] = [before.get(path), after.get(path), here.get(path)];
    if (isData(path) || old === next || own === next) continue;
    if (own === undefined && old !== undefined) missing.push(path);
    else if (next === undefined && own !== old) kept.push(path);
    else patched.push(path);
  }
  return { patched, kept, missing };
}

// The owner's alone, whatever the template has there; also on a disk that folds case.
function isData(path: string): boolean {
  return path.toLowerCase().split('/')[0] === 'data';
}
