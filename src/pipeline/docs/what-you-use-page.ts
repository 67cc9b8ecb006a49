import type { InventoryFormat } from '../../inventory/inventory-format.ts';
import { code, generatedPage, table } from './markdown.ts';

const INTRODUCTION = `A project in the [watchlist](watchlist.md) may say which version is in use: \`uses: '1.33.2'\`. Write it by hand, or let
\`npm run import\` read it out of the files that your tools keep anyway.

\`\`\`sh
npm run import -- package-lock.json --dry-run
npm run import -- package-lock.json
npm run import -- ../shop/uv.lock ../shop/Dockerfile --list shop
\`\`\`

The first line shows what the second would do. The third makes the list \`shop\` if there is none. Several files join. Nothing but
the list is written, nobody is asked, and importing the same files twice changes no byte.

`;

const RULES = `## What is written

- **What is direct.** Other packages came along with these, and there are ten times as many; \`--all\` takes them too. What serves
  development counts, because a broken build tool stops you as well; \`--no-dev\` leaves it out.
- **\`since\`, for new projects: a year ago.** Fetching the whole past of a hundred packages takes long, and is read by nobody.
  \`--since 2020-01-01\` goes further back. Projects that are in the list keep their \`track\`.
- **\`uses\` of what is in the list already**, and not another byte: your comments, order and layout stay. A file that tells no version
  (a range, a branch, \`latest\`) changes none.
- **Of several versions, the lowest.** That one is the furthest behind; the plan names all.
- **An \`id\` where two packages would share one**: \`@octokit/core\` is \`core\`, and \`@babel/core\` becomes \`babel-core\`.
- **A package that another list follows** is added to this one too: tags and \`uses\` stay with their list, and no more of its past is
  fetched than before. One that is a channel of a project is left out.

The plan has a line for each: \`+\` new, \`~\` another version, \`!\` several versions, \`?\` in the list with a version and not in the files
(it stays: remove it by hand), \`-\` left out, with the reason. Left out is what no source reads, what comes from git, from a folder
or from an address of its own, and what is no package. \`--json\` prints the same for programs.

A file that cannot be read, and a list that cannot be edited, end with exit code 2 and nothing is written. That is so of a list in
one line (\`projects: [pkg:npm/axios]\`): write a line a project.

## What can be read

A format is told by the file’s name and text, and by the text alone where the name says nothing.

`;

const LIMITS = `
Where direct packages are guessed, one that you asked for and another package needs as well is missing; add it by hand, or take all.

Files come from anywhere, and are read without trust: at most 32 million characters (of TOML and XML 16, of YAML 8), no DTD, no
aliases that grow, UTF-8 or UTF-16 with its mark. A manifest without versions, such as \`package.json\`, is answered with the name
of the file to give instead.
`;

const HEAD = {
  title: 'What you use',
  description: 'Versions in use, and the files that they are read from.',
  group: 'use',
  order: 17,
};

/** docs/what-you-use.md: how an import goes, and every format out of its own capability data. */
export function whatYouUsePage(formats: readonly InventoryFormat[]): string {
  const rows = formats.map(({ title, names, tells }) => [
    title,
    names.map(code).join(' '),
    tells.direct,
    tells.dev,
  ]);
  const formatsTable = table(['format', 'names', 'what is direct', 'what is for development'], rows);
  return generatedPage(HEAD, [INTRODUCTION, RULES, formatsTable, LIMITS].join(''));
}
