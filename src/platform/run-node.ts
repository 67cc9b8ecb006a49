import { type ChildProcess, spawn } from 'node:child_process';
import { ConfigError } from './errors.ts';
import { ROOT } from './root.ts';

/** How a program ended. `output` is what it wrote, both streams as they came; empty if the terminal got it. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface Running {
  /** `show`: the program has our terminal. `keep`: its words go to `output`. */
  readonly hearing: 'show' | 'keep';
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends it, as does the end of this process. */
  readonly stop?: AbortSignal;
}

/**
 * Runs a program of Node in the project folder, never through a shell. Ended by a signal, it has failed with code 1.
 * @param args what follows `node`: its options, the program, the program's arguments
 * @throws ConfigError if Node cannot be started
 */
export function runNode(args: readonly string[], { hearing, environment, stop }: Running): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: hearing === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    }
    child.on('error', (cause) => {
      reject(new ConfigError('Node cannot be started again', { cause, remedy: 'run npm ci first' }));
    });
    const letGo = stop === undefined ? () => {} : endWith(stop, child);
    child.on('close', (code) => {
      letGo();
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function endWith(stop: AbortSignal, child: ChildProcess): () => void {
  const end = () => child.kill();
  if (stop.aborted) end();
  stop.addEventListener('abort', end);
  process.on('exit', end);
  return () => {
    stop.removeEventListener('abort', end);
    process.off('exit', end);
  };
}
