import { inspect, parseArgs } from 'node:util';
import { type Command, commandLine, EVERY_COMMAND, helpText } from './command-line.ts';
import { isCredentialVariable, secretsIn } from './credential.ts';
import { describeError } from './describe-error.ts';
import { ConfigError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { VARIABLES } from './variables.ts';

type OptionNames<C extends Command, Type extends 'boolean' | 'string'> = {
  [Name in keyof C['options']]: C['options'][Name]['type'] extends Type ? Name : never;
}[keyof C['options']] &
  string;

/** A command as it was called. Asking for an option that it does not have is a type error. */
export interface Call<C extends Command> {
  readonly flag: (name: OptionNames<C, 'boolean'>) => boolean;
  readonly value: (name: OptionNames<C, 'string'>) => string | undefined;
  /** Every value of an option that may be given several times. */
  readonly values: (name: OptionNames<C, 'string'>) => readonly string[];
  readonly positionals: readonly string[];
  /** For people, on standard error. */
  readonly log: Log;
  /** For results, on standard output, as it is. */
  readonly print: (text: string) => void;
}

/** What a command does: the exit code is 0 unless it gives another. It may throw. */
export type Main<C extends Command> = (call: Call<C>) => Promise<0 | 1 | 2 | undefined>;

/** Where a command runs. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly log: Log;
  readonly print: (text: string) => void;
  /** Whether to show where an error was made. */
  readonly isDebug: boolean;
}

/** Runs a command and gives its exit code: 2 after a ConfigError, 1 after any other error. Never throws. */
export async function runIn<C extends Command>(
  { args, log, print, isDebug }: Surroundings,
  command: C,
  main: Main<C>,
): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = readArgs(command, args);
    if (values['help'] === true) {
      print(helpText(command));
      return 0;
    }
    const flag = (name: string) => values[name] === true;
    const value = (name: string) => textOf(values[name]);
    const all = (name: string) => [values[name]].flat().flatMap((one) => textOf(one) ?? []);
    return (await main({ flag, value, values: all, positionals, log, print })) ?? 0;
  } catch (error) {
    return explain(error, log, isDebug);
  }
}

/**
 * Runs a command with the arguments of this process and ends the process with its exit code, whatever sockets are still
 * open. The one place where a process catches.
 */
export async function runCommand<C extends Command>(command: C, main: Main<C>): Promise<void> {
  const log = createLog();
  for (const [name, value = ''] of Object.entries(process.env)) {
    if (VARIABLES.get(name)?.isSecret || isCredentialVariable(name)) secretsIn(value).forEach(log.hide);
  }
  const print = (text: string) => void process.stdout.write(text);
  const isDebug = process.env['TIDINGS_DEBUG'] === '1';
  // What escapes a promise that nobody awaits would be printed raw by Node.
  process.once('uncaughtException', (error) => leave(explain(error, log, isDebug)));
  await leave(await runIn({ args: process.argv.slice(2), log, print, isDebug }, command, main));
}

async function leave(code: number): Promise<void> {
  process.exitCode = code;
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write('', resolve));
  }
  process.exit();
}

function readArgs(command: Command, args: readonly string[]) {
  const options = { ...command.options, ...EVERY_COMMAND };
  const allowPositionals = command.positionals !== undefined;
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals, strict: true });
    const values: Readonly<Record<string, unknown>> = parsed.values;
    return { values, positionals: parsed.positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The first sentence says what is wrong; the others advise on quoting.
    const [problem] = error.message.split('. ');
    const remedy = `see ${commandLine(command)} -- --help`;
    throw new ConfigError(`${command.name}: ${problem}`, { cause: error, remedy });
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function explain(error: unknown, log: Log, isDebug: boolean): 1 | 2 {
  describeError(error).forEach(log);
  if (isDebug) for (const line of inspect(error, { depth: 6 }).split('\n')) log(line);
  return error instanceof ConfigError ? 2 : 1;
}
