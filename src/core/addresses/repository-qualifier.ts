import { encodePart } from '../encode-part.ts';
/**
 * What says in a purl where a package lives: the `repository_url` of a host and a path. Undefined for an address with a user name
 * or a password in it.
 */
export function repositoryQualifier(url: URL, path: string): string | undefined {
  if (url.username !== '' || url.password !== '') return undefined;
  const scheme = url.protocol === 'http:' ? 'http://' : '';
  return `repository_url=${encodePart(`${scheme}${url.host}${path}`).replaceAll('%2F', '/')}`;
}
