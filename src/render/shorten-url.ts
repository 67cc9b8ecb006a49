import type { UpstreamRepository } from './upstream-repository.ts';

type Shorten = (prefix: string, rest: string, hash: string) => string | undefined;

const KINDS: Readonly<Record<string, Shorten>> = {
  issues: thread,
  pull: thread,
  discussions: thread,
  commit: (prefix, rest) => (/^[0-9a-f]{7,40}$/.test(rest) ? `${at(prefix)}${rest.slice(0, 7)}` : undefined),
  compare: (prefix, rest) => (rest.includes('...') ? `${at(prefix)}${rest}` : undefined),
};

/**
 * A bare address at github.com as GitHub shows it: `#12`, `owner/name#12`, `abc1234`, `v1...v2`, `@user`; undefined for others.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function shortenUrl(address: string, repository: UpstreamRepository | undefined): string | undefined {
  const url = URL.parse(address);
  if (url?.hostname !== 'github.com' || url.search !== '') return undefined;
  const [owner = '', name, kind = '', ...rest] = url.pathname.slice(1).split('/');
  if (name === undefined) return /^[a-z\d-]{1,39}$/i.test(owner) && url.hash === '' ? `@${owner}` : undefined;
  if (!Object.hasOwn(KINDS, kind)) return undefined;
  const isOurs = repository?.isGithub && repository.slug.toLowerCase() === `${owner}/${name}`.toLowerCase();
  return KINDS[kind]?.(isOurs ? '' : `${owner}/${name}`, rest.join('/'), url.hash);
}

function thread(prefix: string, rest: string, hash: string): string | undefined {
  if (!/^\d{1,9}$/.test(rest)) return undefined;
  return `${prefix}#${rest}${hash === '' ? '' : ' (comment)'}`;
}

function at(prefix: string): string {
  return prefix === '' ? '' : `${prefix}@`;
}
