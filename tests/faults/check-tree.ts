import { z } from 'zod';

/** The files below data/ of one tree, by their path there. */
export type Tree = ReadonlyMap<string, string>;

/** One line of the ledger, as far as these rules go. */
export const Line = z.looseObject({ at: z.string(), kind: z.string(), package: z.string() });
export type Line = z.infer<typeof Line>;

const Release = z.looseObject({
  version: z.string(),
  seenAt: z.string(),
  publishedAt: z.string().optional(),
});
const File = z.looseObject({
  format: z.literal(1),
  package: z.string(),
  importedAt: z.string().optional(),
  split: z.literal('year').optional(),
  releases: z.array(Release),
});
const Health = z.strictObject({
  format: z.literal(1),
  failing: z.array(z.looseObject({ package: z.string() })),
});

interface Held {
  readonly importedAt: string | undefined;
  readonly releases: Map<string, string>;
}

const SHARD = /^(.+)@\d{4}(-\d\d)?\.json$/;

/**
 * What is wrong in a data/ that git or a folder holds, by rules that share no code with what wrote it. An interrupted folder may be ahead
 * in one respect: the ledger tells of releases whose files are still to come, and shards wait for the header that names them.
 */
export function checkTree(tree: Tree, state: 'settled' | 'interrupted'): string[] {
  const problems: string[] = [];
  const held = new Map<string, Held>();
  const lines: Line[] = [];
  for (const [path, text] of tree) {
    const found = checkFile(path, text, tree, state, held, lines);
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
  return [...problems, ...checkLines(lines), ...checkNews(held, lines, state)];
}

function checkFile(
  path: string,
  text: string,
  tree: Tree,
  state: 'settled' | 'interrupted',
  held: Map<string, Held>,
  lines: Line[],
): string[] {
  if (!text.endsWith('\n') || text.endsWith('\n\n')) return ['does not end with one line break'];
  if (path.startsWith('watchlists/')) return [];
  if (path === 'health.json') return Health.safeParse(parse(text)).success ? [] : ['is no list of failures'];
  if (/^changes\/\d{4}\/\d\d\/\d\d\.jsonl$/.test(path)) return takeLines(path, text, lines);
  if (!/^releases\/.+\.json$/.test(path)) return ['is a stranger'];
  const { data } = File.safeParse(parse(text));
  if (data === undefined) return ['is no release file'];
  return takeReleases(path, data, tree, state, held);
}

function takeLines(path: string, text: string, lines: Line[]): string[] {
  const problems: string[] = [];
  for (const [index, row] of text.trimEnd().split('\n').entries()) {
    const { data } = Line.safeParse(parse(row));
    if (data === undefined) problems.push(`line ${index + 1} is no change`);
    else if (`changes/${data.at.slice(0, 10).replaceAll('-', '/')}.jsonl` !== path)
      problems.push(`line ${index + 1} is of another day`);
    else lines.push(data);
  }
  return problems;
}

function takeReleases(
  path: string,
  file: z.infer<typeof File>,
  tree: Tree,
  state: 'settled' | 'interrupted',
  held: Map<string, Held>,
): string[] {
  const [, base] = SHARD.exec(path) ?? [];
  const problems = checkOrder(file.releases);
  if (base === undefined && file.split !== undefined && file.releases.length > 0)
    problems.push('is split and holds releases');
  const header = File.safeParse(parse(tree.get(`${base}.json`) ?? '')).data;
  const isWaiting = base !== undefined && header?.split === undefined;
  if (isWaiting && state === 'settled') problems.push('is a shard of a package that is not split');
  // What waits for its header is read by nobody.
  if (isWaiting) return problems;
  const known = held.get(file.package) ?? {
    importedAt: (header ?? file).importedAt,
    releases: new Map<string, string>(),
  };
  held.set(file.package, known);
  for (const { version, seenAt } of file.releases) {
    if (known.releases.has(version) && state === 'settled') problems.push(`holds ${version} a second time`);
    known.releases.set(version, seenAt);
  }
  return problems;
}

function checkOrder(releases: readonly z.infer<typeof Release>[]): string[] {
  const keys = releases.map(({ version, seenAt, publishedAt = seenAt }) => {
    return [publishedAt < seenAt ? publishedAt : seenAt, version];
  });
  const wrong = keys.filter((key, index) => index > 0 && !isBefore(key, keys[index - 1] ?? []));
  return wrong.map(([, version]) => `${version} is out of order, or there twice`);
}

function isBefore(
  [at = '', version = '']: readonly string[],
  [atNewer = '', newer = '']: readonly string[],
): boolean {
  return at === atNewer ? version < newer : at < atNewer;
}

// Nothing that happens in these worlds happens twice, so that the same fact at another moment is a doubled line too.
function checkLines(lines: readonly Line[]): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { at: _, severity: __, flap: ___, ...fact } of lines) {
    const key = JSON.stringify(fact);
    if (seen.has(key)) problems.push(`the ledger tells twice: ${key}`);
    seen.add(key);
  }
  return problems;
}

function checkNews(held: ReadonlyMap<string, Held>, lines: readonly Line[], state: string): string[] {
  const told = new Set(
    lines.map(({ kind, package: purl, version }) => JSON.stringify([kind, purl, version])),
  );
  const problems: string[] = [];
  for (const [purl, { importedAt = '', releases }] of held) {
    if (!told.has(JSON.stringify(['imported', purl, undefined])))
      problems.push(`${purl}: the ledger does not tell of its import`);
    for (const [version, seenAt] of releases) {
      const isNews = seenAt > importedAt;
      if (isNews && !told.has(JSON.stringify(['published', purl, version])))
        problems.push(`${purl} ${version}: is untold`);
    }
  }
  if (state === 'interrupted') return problems;
  for (const { kind, package: purl, version } of lines) {
    const isThere = held.get(purl)?.releases.has(String(version)) ?? false;
    if (kind === 'published' && !isThere) problems.push(`${purl} ${version}: is told, and no file holds it`);
    if (kind === 'imported' && !held.has(purl))
      problems.push(`${purl}: its import is told, and there is no file`);
  }
  return problems;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
