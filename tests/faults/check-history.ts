import { checkTree, Line, type Tree } from './check-tree.ts';
import { askGit, readCommit } from './read-tree.ts';

const known = new Map<string, readonly string[]>();

/** What is wrong in the commits of a branch: in the tree of each, and in what it puts together. */
export async function checkHistory(repository: string, branch = 'main'): Promise<string[]> {
  const log = await askGit(repository, [
    'log',
    '--reverse',
    '--format=%H %(trailers:key=Data-Op,valueonly,separator=%x20)',
    branch,
  ]);
  const commits = log
    .trim()
    .split('\n')
    .map((row) => row.split(' '));
  const problems: string[] = [];
  let before: Tree = new Map();
  for (const [commit = '', operation = ''] of commits) {
    const tree = await readCommit(repository, commit);
    const found = known.get(commit) ?? [
      ...checkTree(tree, 'settled'),
      ...(before.size === 0
        ? []
        : [...checkMixture(before, tree, operation), ...(await checkOutside(repository, commit))]),
    ];
    known.set(commit, found);
    problems.push(...found.map((problem) => `${commit.slice(0, 8)}: ${problem}`));
    before = tree;
  }
  return problems;
}

async function checkOutside(repository: string, commit: string): Promise<string[]> {
  const paths = await askGit(repository, [
    'diff-tree',
    '-r',
    '--no-renames',
    '--name-only',
    '--no-commit-id',
    commit,
  ]);
  const outside = paths
    .trim()
    .split('\n')
    .filter((path) => !path.startsWith('data/'));
  return outside.map((path) => `${path} is not below data/`);
}

// A commit tells of the packages whose files it brings, and of no other.
function checkMixture(before: Tree, after: Tree, operation: string): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const ledger = paths.filter((path) => path.startsWith('changes/'));
  const rewritten = ledger.filter((path) => !(after.get(path) ?? '').startsWith(before.get(path) ?? ''));
  const lines = ledger
    .filter((path) => !rewritten.includes(path))
    .flatMap((path) =>
      (after.get(path) ?? '')
        .slice((before.get(path) ?? '').length)
        .trim()
        .split('\n'),
    );
  const told = new Set(lines.map((line) => Line.parse(JSON.parse(line)).package));
  const touched = new Set(
    paths
      .filter((path) => path.startsWith('releases/'))
      .flatMap((path) => packageIn(after.get(path) ?? before.get(path) ?? '')),
  );
  const expected = operation === 'reshard' ? new Set() : touched;
  const problems = rewritten.map((path) => `${path} is not appended to`);
  if (expected.symmetricDifference(told).size > 0) {
    problems.push(`a mixed tree: it touches ${[...touched].join(', ')} and tells of ${[...told].join(', ')}`);
  }
  if (touched.size > 0 && paths.includes('health.json'))
    problems.push('a mixed tree: releases and health.json');
  return problems;
}

function packageIn(text: string): string[] {
  const [, purl] = /"package": "([^"]+)"/.exec(text) ?? [];
  return purl === undefined ? [] : [purl];
}
