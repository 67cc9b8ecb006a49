import type { Package } from '../package.ts';

/** The address that a purl’s `repository_url` names, for people to follow. Undefined for one that no browser opens. */
export function repositoryPage({ repositoryUrl = '' }: Package): string | undefined {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(repositoryUrl);
  const url = URL.parse(hasScheme ? repositoryUrl : `https://${repositoryUrl}`);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
