import { execFile } from 'node:child_process';
import { ConfigError } from './errors.ts';

/** How git is called: never through a shell, never with hooks, signing, pagers or prompts. */
const SAFE = ['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgsign=false', '-c', 'core.quotePath=false'];

export interface GitCall {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs git in a folder and gives its standard output.
 * @throws ConfigError with git's own words, if it is not installed or leaves with an error
 */
export async function git(folder: string, args: readonly string[], call: GitCall = {}): Promise<string> {
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
    ...call.environment,
  };
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...SAFE, ...args],
      { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const remedy = 'is this a git repository, with user.name and user.email set?';
        reject(
          new ConfigError(`git ${args[0]}: ${stderr.trim() || error.message}`, { cause: error, remedy }),
        );
      },
    );
    // A git that ends before it has read its input says why by its exit code.
    child.stdin?.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin?.end(call.input ?? '');
  });
}
