import type { Package } from '../../core/package.ts';
import { hostLimit } from '../../platform/http/host-limit.ts';
import { sourceOf } from '../../sources/sources.ts';

/** Who is asked about a package, and what that costs. */
export interface Asked {
  /** Packages of one host share what it allows. */
  readonly host: string;
  /** Requests that the host bears in a day: what host-limit.ts allows one run. */
  readonly requestsADay: number;
  /** Requests that one look-up takes where nothing changed. */
  readonly cost: number;
}

/** Who is asked about a package: the host of its `repository_url`, else that of its source's home. */
export function askedOf({ type, repositoryUrl }: Package): Asked {
  const source = sourceOf(type);
  const address = repositoryUrl ?? source?.home;
  // Only npm has neither: its registry is named in npm's own configuration.
  const host = address === undefined ? type : hostOf(address);
  const { requests } = hostLimit(host, address === undefined);
  return { host, requestsADay: requests, cost: 1 / (source?.batch ?? 1) };
}

function hostOf(address: string): string {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  return url?.host ?? address;
}
