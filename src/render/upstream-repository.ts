import type { UpstreamContext } from './upstream-context.ts';

/** The repository that notes belong to, its address checked: it comes from a registry's metadata, which is untrusted. */
export interface UpstreamRepository {
  /** Without a trailing slash or `.git`. */
  readonly url: string;
  readonly origin: string;
  /** `owner/name` */
  readonly slug: string;
  readonly isGithub: boolean;
  /** The ref, encoded for a path. */
  readonly ref: string;
}

/** The repository of a context, or undefined if it has none, or one that is no web page. */
export function upstreamRepository(context: UpstreamContext): UpstreamRepository | undefined {
  const url = URL.parse(context.repositoryUrl ?? '');
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  const slug = url.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (!slug.includes('/')) return undefined;
  return {
    url: `${url.origin}/${slug}`,
    origin: url.origin,
    slug,
    isGithub: url.hostname === 'github.com',
    ref: (context.ref ?? 'HEAD').split('/').map(encodeURIComponent).join('/'),
  };
}
