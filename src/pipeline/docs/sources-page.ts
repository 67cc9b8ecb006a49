import { credentialVariable } from '../../platform/credential.ts';
import type { Source } from '../../sources/source.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `A source is the adapter for one upstream. The [watchlist](watchlist.md) names a package by its purl, or by the address of its
page; the purl’s type decides which source reads it. \`.github/CONTRIBUTING.md\` shows how to add one.

`;

const GIVES = `
## What each gives

What upstream does not tell is left out: without a date, the moment when Tidings first saw a release counts. Where deletion is
not visible, an absence never becomes a withdrawal.

`;

const HOMES = `
## Other homes

A purl may say where its package lives, as in \`pkg:gitlab/group/tool?repository_url=gitlab.example.com\`; without \`https://\` or with
it, it is the same home. \`TIDINGS_MIRRORS\` names a mirror for a public address, for all packages at once:
\`https://index.crates.io=https://crates.corp.example/index,https://pypi.org=https://pypi.corp.example\`. Private hosts, and hosts
without https, must be in \`TIDINGS_ALLOW_HOSTS\` (\`127.0.0.1:8080,git.corp.example\`); mirrors need not.

`;

const HEAD = {
  title: 'Sources',
  description: 'The upstreams that Tidings reads, and what each of them gives.',
  group: 'use',
  order: 7,
};

/** docs/sources.md: what each source reads and gives, out of its own capability data. */
export function sourcesPage(sources: readonly Source[]): string {
  const examples = sources.map(({ title, example: { purl, address } }) => [
    title,
    `${code(purl)} ${code(address)}`,
  ]);
  const gives = sources.map(({ title, gives }) => [
    title,
    gives.date,
    gives.notes,
    gives.digests,
    gives.deletion,
  ]);
  const homes = sources.map(({ title, homes, check }) => [title, homes, check]);
  const body = [
    INTRODUCTION,
    table(['source', 'a purl, and the page that may be pasted for it'], examples),
    GIVES,
    table(['source', 'date', 'notes', 'digests', 'deletion'], gives),
    HOMES,
    table(['source', 'lives at', 'how Tidings sees that nothing changed'], homes),
    access(sources),
  ];
  return generatedPage(HEAD, body.join(''));
}

const HOSTS = ['gitlab.com', 'ghcr.io', 'my-registry.example.com', '127.0.0.1:5000'];

const ACCESS = `
## Private packages

Set an environment variable for each host: a token, or \`user:password\`. It is sent to that host alone. In its name a dot is \`_\`, a
dash \`__\`, and the colon before a port \`___\`. npm’s own configuration serves for npm registries.

`;

function access(sources: readonly Source[]): string {
  const rows = HOSTS.map((host) => [host, code(credentialVariable(host))]);
  const own = sources.flatMap((source) =>
    Object.entries(source.environment).map(([name, use]) => [code(name), source.title, use]),
  );
  const others = own.length === 0 ? '' : `\n${table(['variable', 'source', 'is'], own)}`;
  return ACCESS + table(['host', 'variable'], rows) + others;
}
