import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clone } from './a-remote.ts';

/** What a person has in a clone: everything that a run must leave as it is, to the byte. */
export type Belongings = Readonly<Record<string, string>>;

/** Lets somebody work in a clone: a commit that is not pushed, staged and edited files, one that git does not know, a stash. */
export function workIn({ root, git }: Clone): void {
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  write('README.md', 'stashed\n');
  git('stash', '--quiet');
  write('notes.txt', 'mine, committed\n');
  git('add', 'notes.txt');
  git('commit', '--quiet', '--no-gpg-sign', '--no-verify', '--message=Keep notes');
  write('README.md', 'staged\n');
  git('add', 'README.md');
  write('README.md', 'edited after that\r\n');
  write('todo.txt', 'unknown to git\n');
  const watchlist = readFileSync(join(root, 'data/watchlists/main.yml'), 'utf8');
  write('data/watchlists/main.yml', `${watchlist}# not committed\n`);
}

export function belongingsOf({ root, git }: Clone): Belongings {
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .split('\0')
    .filter(Boolean);
  const texts = files.map((path) => [path, readFileSync(join(root, path), 'latin1')] as const);
  return {
    ...Object.fromEntries(texts),
    ' branch': git('symbolic-ref', 'HEAD'),
    ' commit': git('rev-parse', 'HEAD'),
    ' index': git('ls-files', '--stage'),
    ' status': git('status', '--porcelain=v2', '--untracked-files=all'),
    ' stash': git('stash', 'list', '--format=%H'),
  };
}
