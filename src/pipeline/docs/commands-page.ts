import { type Command, commandLine, optionForm } from '../../platform/command-line.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `Run every command through npm, from the project folder: npm then takes the Node that Tidings brings along. Options follow
\`--\`, as in \`npm run fetch -- --only pkg:npm/axios\`. Every command knows \`--help\`.
`;

const EXIT_CODES = `## Exit codes

| code | means |
| --- | --- |
| 0 | Done. Packages that failed are named at the end and recorded in data/health.json |
| 1 | Nothing succeeded, too many listings shrank at once to be believed, or \`--strict\` was given and a package failed. Of a check or test: something is wrong |
| 2 | Wrong usage or configuration. Nothing was fetched |

\`npm start\` builds and serves whatever the fetch returned, except after 2. \`npm run watch\` leaves with 0 when it is ended, and
with 2 if it could not begin.

With \`TIDINGS_DEBUG=1\` in the environment, an error also tells where in the code it was made.
`;

const HEAD = {
  title: 'Commands',
  description: 'Every command of Tidings, its options and its exit codes.',
  group: 'use',
  order: 6,
};

/** docs/commands.md: every command with its options, and the exit codes. */
export function commandsPage(commands: readonly Command[]): string {
  return generatedPage(HEAD, [INTRODUCTION, ...commands.map(commandSection), EXIT_CODES].join('\n'));
}

function commandSection(command: Command): string {
  const { summary, options, positionals } = command;
  const rows = Object.entries(options).map(([name, option]) => [code(optionForm(name, option)), option.help]);
  if (positionals !== undefined) rows.unshift([code(`<${positionals.value}>`), positionals.help]);
  const details = rows.length === 0 ? '' : `\n${table(['option', 'does'], rows)}`;
  return `## ${commandLine(command)}\n\n${summary}.\n${details}`;
}
