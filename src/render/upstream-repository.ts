import { encodePart } from '../core/encode-part.ts';
import { forgeOf } from './forge.ts';
import type { UpstreamContext } from './upstream-context.ts';

/** The repository that notes belong to, its address checked: it comes from a registry's metadata, which is untrusted. */
export interface UpstreamRepository {
  /** Without a trailing slash or `.git`. */
  readonly url: string;
  readonly origin: string;
  /** `owner/name` */
  readonly slug: string;
  readonly isGithub: boolean;
  /** Where its files begin at this ref, as pages and raw; with a final slash. */
  readonly files: string;
  readonly raw: string;
  /** Paths from the root that mean the repository itself, not a file in it. */
  readonly own: RegExp | undefined;
}

/** The repository of a context, or undefined if it has none, or one that is no web page. */
export function upstreamRepository(context: UpstreamContext): UpstreamRepository | undefined {
  const url = URL.parse(context.repositoryUrl ?? '');
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  const slug = url.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (!slug.includes('/')) return undefined;
  const address = `${url.origin}/${slug}`;
  const ref = (context.ref ?? 'HEAD').split('/').map(encodePart).join('/');
  const forge = forgeOf(url, context.forge);
  return {
    url: address,
    origin: url.origin,
    slug,
    isGithub: url.hostname === 'github.com',
    files: `${address}/${forge.files(ref)}`,
    raw: `${address}/${forge.raw(ref)}`,
    own: forge.own,
  };
}
