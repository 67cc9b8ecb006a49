import { compareText } from './compare-text.ts';
import { repositoryUrl } from './repository-url.ts';
import type { Upstream } from './upstream.ts';

/** What an upstream says of a package, as it says it: any of it may be missing, empty, too long or no address. */
export interface SaidOfPackage {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly license?: string | undefined;
  readonly homepage?: string | undefined;
  /** In any way that package.json allows: `git+https://…`, `git@host:owner/name.git`, `owner/name` at GitHub. */
  readonly repository?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly tags?: Iterable<readonly [string, string]>;
}

const LONGEST_DESCRIPTION = 1024;
const LONGEST_LICENSE = 256;
const LONGEST_ADDRESS = 2048;

/** What can be stored of it; the rest is left out. */
export function toUpstream(said: SaidOfPackage): Upstream {
  const description = cut(said.description ?? '');
  const license = (said.license ?? '').trim();
  const homepage = webPage((said.homepage ?? '').trim());
  const repository = repositoryUrl((said.repository ?? '').trim());
  const tags = [...(said.tags ?? [])].sort(([a], [b]) => compareText(a, b));
  return {
    ...(said.id && { id: said.id }),
    ...(said.name && { name: said.name }),
    ...(description !== '' && { description }),
    ...(license !== '' && license.length <= LONGEST_LICENSE && { license }),
    ...(homepage !== undefined && { homepage }),
    ...(repository !== undefined && { repository }),
    ...(said.archived === true && { archived: true as const }),
    ...(tags.length > 0 && { tags: Object.fromEntries(tags) }),
  };
}

// Half of a surrogate pair is no character.
function cut(text: string): string {
  return text
    .trim()
    .slice(0, LONGEST_DESCRIPTION)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

function webPage(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return undefined;
  }
  return url.href.length > LONGEST_ADDRESS ? undefined : url.href;
}
