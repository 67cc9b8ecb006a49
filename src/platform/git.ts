import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { ConfigError } from './errors.ts';

/** How git is called: never through a shell, never with hooks, signing, monitors, pagers, prompts or foreign transports. */
const SAFE = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.autocrlf=false',
  'commit.gpgsign=false',
  'protocol.ext.allow=never',
].flatMap((setting) => ['-c', setting]);

// They lead git elsewhere; a hook or another git that calls us has some of them set.
const ELSEWHERE = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
];

export interface GitCall {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** git left with an error; `said` is all that it printed. */
export class GitError extends ConfigError {
  readonly said: string;

  constructor(command: string, said: string, cause: unknown) {
    const remedy = 'is this a git repository, with user.name and user.email set?';
    super(`git ${command}: ${said}`, { cause, remedy });
    this.said = said;
  }
}

/**
 * Runs git in a folder and gives its standard output.
 * @throws GitError with git's own words, if it is not installed or leaves with an error
 */
export async function git(folder: string, args: readonly string[], call: GitCall = {}): Promise<string> {
  const env = environmentOf(call);
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...SAFE, ...args],
      { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const said = [stderr.trim(), stdout.trim()].filter((text) => text !== '').join('\n');
        reject(new GitError(args[0] ?? '', said || error.message, error));
      },
    );
    // A git that ends before it has read its input says why by its exit code.
    child.stdin?.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin?.end(call.input ?? '');
  });
}

/** Starts git in a folder, to write to it while it answers. */
export function startGit(
  folder: string,
  args: readonly string[],
  call: Omit<GitCall, 'input'> = {},
): ChildProcessWithoutNullStreams {
  return spawn('git', [...SAFE, ...args], { cwd: folder, env: environmentOf(call) });
}

function environmentOf({ environment }: GitCall): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !ELSEWHERE.includes(name));
  return {
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    LC_ALL: 'C',
    ...environment,
  };
}
