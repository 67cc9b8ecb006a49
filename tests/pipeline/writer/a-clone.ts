import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { aFolder } from '../../build-release.ts';
import { aRepository, type Repository } from '../a-repository.ts';

/** A repository with a remote of its own, and a way to have somebody else push to it. */
export interface Clone extends Repository {
  readonly cache: string;
  /** The bare repository. */
  readonly remote: string;
  /** Somebody else commits a file, dated then, and pushes it. Returns the commit. */
  readonly elsewhere: (path: string, text: string, at?: string) => string;
  /** Runs git in the bare repository. */
  readonly there: (...args: readonly string[]) => string;
}

/** A clone whose `main` follows `origin/main`. */
export async function aClone(t: TestContext, files: Readonly<Record<string, string>>): Promise<Clone> {
  const own = await aRepository(t, { '.gitignore': '.cache/\n', ...files });
  const remote = join(await aFolder(t), 'remote.git');
  execFileSync('git', ['clone', '--quiet', '--bare', own.root, remote]);
  own.git('remote', 'add', 'origin', remote);
  own.git('fetch', '--quiet', 'origin');
  own.git('branch', '--quiet', '--set-upstream-to=origin/main', 'main');
  const other = await aRepository(t, { 'unused.txt': '' });
  other.git('remote', 'add', 'origin', remote);

  function elsewhere(path: string, text: string, at = '2026-11-20T10:00:00Z'): string {
    other.git('fetch', '--quiet', 'origin');
    other.git('reset', '--hard', '--quiet', 'origin/main');
    other.write(path, text);
    other.git('add', '--all');
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
    execFileSync('git', ['commit', '--quiet', '--no-verify', '--message=elsewhere'], {
      cwd: other.root,
      env,
    });
    other.git('push', '--quiet', 'origin', 'HEAD:main');
    return other.git('rev-parse', 'HEAD').trim();
  }
  const there = (...args: readonly string[]) => execFileSync('git', args, { cwd: remote, encoding: 'utf8' });
  return { ...own, cache: join(own.root, '.cache'), remote, elsewhere, there };
}

/** Everything of a checkout that is a person's: branch, index, edits, files that git does not know. */
export function personalState({ git }: Repository): string {
  return ['rev-parse HEAD', 'status --porcelain=v2', 'diff', 'diff --cached', 'stash list']
    .map((call) => git(...call.split(' ')))
    .join('\n');
}
