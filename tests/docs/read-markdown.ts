/** What the tests ask of a page of markdown. */
export interface Markdown {
  /** Targets of links and images, as written. */
  readonly links: readonly string[];
  /** Anchors of its headings, as GitHub and Astro make them. */
  readonly anchors: ReadonlySet<string>;
  /** Inline code. */
  readonly codes: readonly string[];
  /** Fenced blocks: the language and the text. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
  /** Rows of its tables without their heads, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  readonly frontmatter: Readonly<Record<string, string>>;
}

const FENCE = /^( *)```(\w*)\n(.*?)^\1```$/gms;

/** Takes a page apart. What stands in code is no link. */
export function readMarkdown(text: string): Markdown {
  const prose = text.replace(FENCE, '');
  const plain = prose.replace(/`[^`\n]*`/g, '');
  return {
    links: [...plain.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? ''),
    anchors: new Set([...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading ?? ''))),
    codes: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? ''),
    blocks: [...text.matchAll(FENCE)].map(([, , language = '', body = '']) => ({ language, text: body })),
    rows: [...prose.matchAll(/^\|(?: *-+ *\|)+\n((?:\|.*\n)*)/gm)].flatMap(([, rows]) =>
      readRows(rows ?? ''),
    ),
    frontmatter: readFrontmatter(text),
  };
}

function readRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

function readFrontmatter(text: string): Record<string, string> {
  const [, head = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
  return Object.fromEntries([...head.matchAll(/^(\w+): (.+)$/gm)].map(([, key, value]) => [key, value]));
}

// https://github.com/Flet/github-slugger
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
