import { stringify } from 'yaml';
import { Track, WatchedProject, Watchlist } from '../../core/watchlist.ts';
import type { Subject, VariableWords } from '../../platform/variables.ts';
import { type KeyWords, keyWords } from './key-words.ts';
import { code, generatedPage, table } from './markdown.ts';

const HEAD = {
  title: 'Configuration',
  description: 'Every key of a watchlist and every variable of the environment.',
  group: 'use',
  order: 26,
};

const INTRODUCTION = `Two things are configured: what is followed, in [watchlists](watchlist.md), and where Tidings runs, by variables of the
environment. There is no other file, but npm’s own.

`;

const LIST = `## A watchlist

A file in \`data/watchlists/\`. An unknown key is an error.

`;

const PROJECT = `
### Keys of a project

`;

const TRACK = `
### Keys of track

`;

const SUBJECTS: Readonly<Record<Subject, string>> = {
  site: 'The site',
  network: 'The network',
  model: 'A model for summaries',
  workflow: 'Commands and workflows',
};

const VARIABLES_HEAD = `
## Variables of the environment

An empty variable is an unset one. A malformed one ends a command with exit code 2, before anything is asked; its value is never shown.
`;

const OTHERS = `
### Tokens of hosts

\`TIDINGS_TOKEN_…\` holds the token of a host, or \`user:password\`: \`TIDINGS_TOKEN_GITLAB_EXAMPLE_COM\` for gitlab.example.com. It is sent
to that host alone. [Sources](sources.md#private-packages) tells how the name is made, and what each source needs.

### Proxy, certificates and npm registries

These come from npm’s own configuration, \`.npmrc\` or \`npm_config_…\`: \`registry\` and \`@scope:registry\` with their credentials for npm
packages; \`proxy\`, \`https-proxy\`, \`noproxy\`, \`ca\` and \`cafile\` for every host. If \`npm view\` works, so does Tidings. A proxy looks names up
itself, so that the check of private addresses is the proxy’s to make.
`;

/** docs/configuration.md: every key out of the schema, and every variable out of its registry. */
export function configurationPage(variables: ReadonlyMap<string, VariableWords>): string {
  const body = [
    INTRODUCTION,
    LIST,
    keyTable(keyWords(Watchlist)),
    PROJECT,
    keyTable(keyWords(WatchedProject)),
    TRACK,
    keyTable(keyWords(Track)),
    VARIABLES_HEAD,
    ...Object.entries(SUBJECTS).map(([subject, title]) => variableSection(title, variables, subject)),
    OTHERS,
  ];
  return generatedPage(HEAD, body.join(''));
}

function keyTable(keys: readonly KeyWords[]): string {
  const rows = keys.map(({ key, type, description, without, example }) => [
    code(key),
    description,
    type,
    without,
    code(yaml(example)),
  ]);
  return table(['key', 'is', 'type', 'without it', 'example'], rows);
}

/** A value as it is written behind a key, in one line. */
function yaml(value: unknown): string {
  const text = stringify(
    { value },
    { collectionStyle: 'flow', lineWidth: 0, singleQuote: true, flowCollectionPadding: false },
  );
  return text.trimEnd().slice('{value: '.length, -1);
}

function variableSection(title: string, all: ReadonlyMap<string, VariableWords>, subject: string): string {
  const rows = [...all]
    .filter(([, { about }]) => about === subject)
    .map(([name, { is, without, example }]) => [code(name), is, without, code(example)]);
  return `\n### ${title}\n\n${table(['variable', 'is', 'without it', 'example'], rows)}`;
}
