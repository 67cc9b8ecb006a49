/** One option of a command. `value` names what a text option takes, as help shows it: `purl` for `--only <purl>`. */
export type CommandOption = { readonly short?: string; readonly help: string } & (
  | { readonly type: 'boolean' }
  | { readonly type: 'string'; readonly value: string; readonly multiple?: boolean }
);

/** A command as data: its script, its help and its row in the docs read the same fields. */
export interface Command {
  readonly name: string;
  /** One sentence without a final stop. */
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What may stand after the options; a command without it takes nothing. */
  readonly positionals?: { readonly value: string; readonly help: string };
}

/** Options that every command has. */
export const EVERY_COMMAND: Command['options'] = {
  help: { type: 'boolean', short: 'h', help: 'show this text' },
};

// npm knows these two by themselves.
const SHORT_NAMES = ['start', 'test'];

/** How a person types a command, without options: `npm run fetch`. */
export function commandLine({ name }: Command): string {
  return SHORT_NAMES.includes(name) ? `npm ${name}` : `npm run ${name}`;
}

/** One option as it is typed: `--only <purl>`, `-h, --help`. */
export function optionForm(name: string, option: CommandOption): string {
  const form = option.type === 'string' ? `--${name} <${option.value}>` : `--${name}`;
  return option.short === undefined ? form : `-${option.short}, ${form}`;
}

/** What `--help` prints, with a final newline. */
export function helpText(command: Command): string {
  const { summary, positionals } = command;
  const options = Object.entries({ ...command.options, ...EVERY_COMMAND });
  const rows = options.map(([name, option]) => [optionForm(name, option), option.help] as const);
  if (positionals !== undefined) rows.unshift([`<${positionals.value}>`, positionals.help]);
  const width = Math.max(...rows.map(([form]) => form.length));
  const usage = `${commandLine(command)} -- [options]${positionals === undefined ? '' : ` <${positionals.value}>`}`;
  const lines = rows.map(([form, help]) => `  ${form.padEnd(width)}  ${help}`);
  return `${summary}.\n\nUsage: ${usage}\n\n${lines.join('\n')}\n`;
}
