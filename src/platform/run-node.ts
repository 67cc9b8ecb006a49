import { spawn } from 'node:child_process';
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
}

/**
 * Runs a program of Node in the project folder, never through a shell. Ended by a signal, it has failed with code 1.
 * @param args what follows `node`: its options, the program, the program's arguments
 * @throws ConfigError if Node cannot be started
 */
export function runNode(args: readonly string[], { hearing, environment }: Running): Promise<Ended> {
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
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
