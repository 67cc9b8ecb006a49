import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a program said. The exit code is undefined where it could not be started. */
export interface Ran {
  readonly code: number | undefined;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program of this machine to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code ?? undefined));
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, output, errors };
}
