import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { aFolder } from '../build-release.ts';

/** A git repository of its own, away from this machine's configuration. */
export interface Repository {
  readonly root: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
}

/** A repository with one commit that holds these files. */
export async function aRepository(
  test: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<Repository> {
  const root = await aFolder(test);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Tester');
  git('config', 'user.email', 'tester@example.com');
  git('config', 'core.autocrlf', 'false');
  for (const [path, text] of Object.entries(files)) write(path, text);
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message=first');
  return { root, git, write };
}
