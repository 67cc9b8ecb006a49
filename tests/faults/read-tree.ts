import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Tree } from './check-tree.ts';

/** data/ of a folder. What a killed process left half written under its temporary name is no file of data/. */
export async function readFolder(root: string): Promise<Tree> {
  const data = join(root, 'data');
  const entries = await readdir(data, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/^\..+-tmp$/.test(entry.name));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const read = paths.map(async (path) => [relative(data, path), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(read));
}

const blobs = new Map<string, string>();

/** data/ of a commit. */
export async function readCommit(repository: string, commit: string): Promise<Tree> {
  const listed = await askGit(repository, ['ls-tree', '-r', commit, '--', 'data']);
  const rows = listed.split('\n').flatMap((row) => {
    const [, id = '', path = ''] = /^\d+ blob ([0-9a-f]+)\tdata\/(.+)$/.exec(row) ?? [];
    return path === '' ? [] : [{ id, path }];
  });
  const unread = [...new Set(rows.map(({ id }) => id))].filter((id) => !blobs.has(id));
  if (unread.length > 0)
    takeBlobs(await askGit(repository, ['cat-file', '--batch'], `${unread.join('\n')}\n`));
  return new Map(rows.map(({ id, path }) => [path, blobs.get(id) ?? '']));
}

// `<id> blob <bytes>`, the bytes, a line break.
function takeBlobs(answer: string): void {
  const bytes = Buffer.from(answer, 'utf8');
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at);
    const [id = '', , size = '0'] = bytes.subarray(at, end).toString().split(' ');
    blobs.set(id, bytes.subarray(end + 1, end + 1 + Number(size)).toString());
    at = end + 2 + Number(size);
  }
}

/** What a git of this test says; none of the project's own code calls it. */
export function askGit(folder: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1' };
    const options = { cwd: folder, env, maxBuffer: 1 << 28 };
    const child = execFile(
      'git',
      ['-c', 'core.quotePath=false', ...args],
      options,
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`git ${args.join(' ')}: ${stderr}`, { cause: error }));
      },
    );
    // A git that reads nothing may have ended already.
    child.stdin?.on('error', () => {}).end(input);
  });
}
