import { createHash } from 'node:crypto';
import { makeChangelog } from './changelog.ts';
import { makeGem } from './tarball.ts';
import type { Asked, Handler, Served } from './upstream.ts';

export interface GemVersion {
  readonly number: string;
  readonly publishedAt: string;
  /** Without one it is `ruby`. */
  readonly platform?: string;
  readonly isYanked?: boolean;
  /** Laid over the element of the API, malformed parts as well. */
  readonly element?: object;
  /** The line of the index, instead of the right one. */
  readonly line?: string;
  /** Not yet in the copy of the list that a cache holds. */
  readonly isNotListed?: boolean;
  /** Not yet in the copy of the index that a cache holds. */
  readonly isNotIndexed?: boolean;
}

export interface Gem {
  readonly name: string;
  readonly versions: readonly GemVersion[];
  /** Laid over what the API says of the gem. */
  readonly about?: object;
}

interface GemOptions {
  /** Where set, requests without this Authorization header are refused. */
  readonly authorization?: string;
  /** A server of gems need not have the API of rubygems.org. */
  readonly hasApi?: boolean;
}

const FIRST_DAY = Date.parse('2024-01-01T00:00:00.123Z');
const DAY = 86_400_000;

/** A gem with these versions, a day apart and oldest first. */
export function makeGemPackage(name: string, numbers: readonly string[] = ['1.0.0', '1.1.0', '1.2.0']): Gem {
  const at = (index: number) => new Date(FIRST_DAY + index * DAY).toISOString();
  return { name, versions: numbers.map((number, index) => ({ number, publishedAt: at(index) })) };
}

/** The checksum of a file, by its name. */
export function checksumOf(file: string): string {
  return createHash('sha256').update(file).digest('hex');
}

/** A server of gems. The list may be changed while it serves. */
export function gemHandler(gems: readonly Gem[], { authorization, hasApi = true }: GemOptions = {}): Handler {
  return (asked) => {
    const path = decodeURIComponent(asked.path);
    if (authorization !== undefined && asked.headers['authorization'] !== authorization)
      return { status: 401 };
    for (const gem of gems) {
      if (path === `/info/${gem.name}`) return info(asked, gem);
      if (hasApi && path === `/api/v1/versions/${gem.name}.json`) return json(elements(gem));
      if (hasApi && path === `/api/v1/gems/${gem.name}.json`) return json(about(gem));
      const version = gem.versions.find((known) => path === `/gems/${fileOf(gem, known)}`);
      if (version !== undefined) return file(gem, version);
    }
    return { status: 404, body: 'This rubygem could not be found.' };
  };
}

function fileOf({ name }: Gem, { number, platform }: GemVersion): string {
  return `${[name, number, ...(platform === undefined ? [] : [platform])].join('-')}.gem`;
}

function info({ headers }: Asked, gem: Gem): Served {
  const there = gem.versions.filter(({ isYanked, isNotIndexed }) => !isYanked && !isNotIndexed);
  const lines = there.map((version) => version.line ?? toLine(gem, version));
  const body = ['---', ...lines, ''].join('\n');
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  if (headers['if-none-match'] === etag) return { status: 304 };
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8', etag }, body };
}

function toLine(gem: Gem, version: GemVersion): string {
  const name = [version.number, ...(version.platform === undefined ? [] : [version.platform])].join('-');
  return `${name} rack:>= 1&< 3,json:>= 0|checksum:${checksumOf(fileOf(gem, version))},ruby:>= 3.0`;
}

// Newest first, and without those that were yanked.
function elements(gem: Gem): object[] {
  const there = gem.versions.filter(({ isYanked, isNotListed }) => !isYanked && !isNotListed);
  return there.toReversed().map((version) => ({
    authors: 'Acme',
    built_at: version.publishedAt,
    created_at: version.publishedAt,
    number: version.number,
    platform: version.platform ?? 'ruby',
    prerelease: /[a-z]/.test(version.number),
    downloads_count: 7,
    licenses: ['MIT'],
    metadata: { source_code_uri: 'https://github.com/acme/tool' },
    sha: checksumOf(fileOf(gem, version)),
    ...version.element,
  }));
}

function about({ name, about: more }: Gem): object {
  return {
    name,
    info: `What ${name} is`,
    licenses: ['MIT'],
    homepage_uri: 'https://acme.example/',
    source_code_uri: 'https://github.com/acme/tool',
    wiki_uri: null,
    downloads: 7,
    ...more,
  };
}

async function file(gem: Gem, { number }: GemVersion): Promise<Served> {
  const numbers = gem.versions.map((version) => version.number);
  const known = [...new Set(numbers.slice(0, numbers.lastIndexOf(number) + 1))];
  return { status: 200, body: await makeGem({ 'lib/tool.rb': '', 'CHANGELOG.md': makeChangelog(known) }) };
}

function json(body: unknown): Served {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
