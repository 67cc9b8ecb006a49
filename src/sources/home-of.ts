import type { Package } from '../core/package.ts';
import { HostError } from '../platform/errors.ts';
import type { Mirrors } from '../platform/mirrors.ts';

/**
 * Where a package is read from, without a final slash: the `repository_url` of its purl, else the public home, or the owner's
 * mirror of it.
 * @throws HostError where there is neither, or the purl names what is no http address
 */
export function homeOf(
  { purl, repositoryUrl }: Package,
  publicHome: string | undefined,
  mirrors: Mirrors,
): string {
  const remedy = 'correct its repository_url in the watchlist';
  if (repositoryUrl === undefined) {
    if (publicHome !== undefined) return mirrors(publicHome);
    throw new HostError(`${purl} does not say where it lives`, { remedy });
  }
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(repositoryUrl) ? repositoryUrl : `https://${repositoryUrl}`;
  const url = URL.parse(address);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new HostError(`${purl} names a home that is no plain http address`, { remedy });
  }
  return mirrors(url.href.replace(/\/+$/, ''));
}
