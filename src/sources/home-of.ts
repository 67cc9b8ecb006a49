import type { Package } from '../core/package.ts';
import { HostError } from '../platform/errors.ts';
import type { Mirrors } from '../platform/mirrors.ts';

const REMEDY = 'correct its repository_url in the watchlist: an https address without user and password';

/**
 * Where a package is read from, without a final slash: the `repository_url` of its purl, else the public home, or the owner's
 * mirror of it.
 * @throws HostError where there is neither, or the purl names what is no http address
 */
export function homeOf(pkg: Package, publicHome: string | undefined, mirrors: Mirrors): string {
  if (pkg.repositoryUrl === undefined && publicHome !== undefined) return mirrors(publicHome);
  const url = parseHome(pkg);
  if (url.search !== '') throw notPlain(pkg);
  return mirrors(url.href.replace(/\/+$/, ''));
}

/**
 * The document that the `repository_url` of a purl names, to the letter: with its query and its final slash.
 * @throws HostError
 */
export function documentOf(pkg: Package, mirrors: Mirrors): string {
  return mirrors(parseHome(pkg).href);
}

function parseHome(pkg: Package): URL {
  const { purl, repositoryUrl } = pkg;
  if (repositoryUrl === undefined)
    throw new HostError(`${purl} does not say where it lives`, { remedy: REMEDY });
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(repositoryUrl);
  const url = URL.parse(hasScheme ? repositoryUrl : `https://${repositoryUrl}`);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  if (!isWeb || url.username !== '' || url.password !== '' || url.hash !== '') throw notPlain(pkg);
  return url;
}

function notPlain({ purl }: Package): HostError {
  return new HostError(`${purl} names a home that is no plain http address`, { remedy: REMEDY });
}
