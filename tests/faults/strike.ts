// Loaded into `node scripts/fetch.ts` by --import: what goes wrong at one call of the file system there.
import { appendFileSync, writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const TEXTS: Readonly<Record<string, readonly [number, string]>> = {
  ENOSPC: [-28, 'no space left on device'],
  EIO: [-5, 'i/o error'],
  EROFS: [-30, 'read-only file system'],
};

// Said on standard error, so that a test knows of a run that ended before.
const STRUCK = 'struck';

const LASTING: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['write', 'mkdir', 'open'],
  EROFS: ['write', 'fsync', 'mkdir', 'open', 'rename', 'rm'],
};

const {
  // Where to note every call, instead of doing anything.
  TIDINGS_STRIKE_LOG: log = '',
  // `kill` before the call, `tear` in the middle of it, `kill-after` it, `later`; or the code of the error.
  TIDINGS_STRIKE: what = '',
  TIDINGS_STRIKE_CALL: which = '',
  // The call that is struck, from 1 on.
  TIDINGS_STRIKE_AT: at = '0',
  // Milliseconds after it, the signal, and whether what this process started gets it too; for `later`.
  TIDINGS_STRIKE_DELAY: delay = '0',
  TIDINGS_STRIKE_SIGNAL: signal = 'SIGKILL',
  TIDINGS_STRIKE_TO: to = 'process',
} = process.env;
const root = process.cwd();
const opened = new WeakMap<object, string>();
let count = 0;
let hasBegun = false;

const probe = await fs.open(new URL(import.meta.url));
const handles: object = Object.getPrototypeOf(probe);
await probe.close();

patch(fs, 'mkdir', 'mkdir', String);
patch(fs, 'open', 'open', String);
patch(fs, 'rename', 'rename', String);
patch(fs, 'rm', 'rm', String);
patch(fs, 'readFile', 'read', String);
patch(fs, 'writeFile', 'write', String);
patch(handles, 'writeFile', 'write', () => undefined);
patch(handles, 'sync', 'fsync', () => undefined);
syncBuiltinESMExports();

function patch(
  target: object,
  name: string,
  call: string,
  pathOf: (path: unknown) => string | undefined,
): void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') throw new Error(`there is no ${name}`);
  Reflect.set(target, name, async function (this: object, ...args: unknown[]) {
    const named = pathOf(args[0]);
    const path = named ?? opened.get(this) ?? '';
    const isHere = /^\/(data|\.cache)\//.test(path.startsWith(root) ? path.slice(root.length) : '');
    const isOurs = isHere && (which === '' || which === call);
    if (isOurs) count += 1;
    if (isOurs && log !== '') appendFileSync(log, `${call}\n`);
    const isStruck = isOurs && String(count) === at;
    hasBegun ||= isStruck;
    // A disk that is full or read-only stays so.
    const isLasting = hasBegun && isHere && LASTING[what]?.includes(call) === true;
    if (isStruck || isLasting) await strike(call, path, () => Reflect.apply(original, this, cut(args)));
    const result: unknown = await Reflect.apply(original, this, args);
    if (isStruck && what === 'kill-after') process.kill(process.pid, 'SIGKILL');
    if (call === 'open' && typeof result === 'object' && result !== null) opened.set(result, path);
    return result;
  });
}

async function strike(call: string, path: string, half: () => unknown): Promise<void> {
  if (what === 'later') return void setTimeout(sendSignal, Number(delay));
  const error = TEXTS[what];
  writeSync(2, `${STRUCK}\n`);
  if (error !== undefined) throw failure(call, path, error);
  if (what === 'tear' && call === 'write') await half();
  if (what === 'kill' || what === 'tear') process.kill(process.pid, 'SIGKILL');
}

function sendSignal(): void {
  writeSync(2, `${STRUCK}\n`);
  process.kill(to === 'group' ? -process.pid : process.pid, signal);
}

// Half of the bytes that were to be written.
function cut(args: readonly unknown[]): unknown[] {
  return args.map((arg) => (arg instanceof Uint8Array ? arg.subarray(0, arg.length >> 1) : arg));
}

// As the kernel’s own: what fails on an open file does not name it.
function failure(call: string, path: string, [errno, text]: readonly [number, string]): Error {
  const isNamed = call !== 'write' && call !== 'fsync' && call !== 'read';
  const message = `${what}: ${text}, ${call}${isNamed ? ` '${path}'` : ''}`;
  return Object.assign(new Error(message), { code: what, errno, syscall: call, ...(isNamed && { path }) });
}
