import { type Instant, toInstant } from '../../core/instant.ts';
import { authorization } from '../../platform/credential.ts';
import { failureOf } from '../failure-of.ts';
import type { Asking } from '../package-by-package.ts';
import { pomUrl } from './coordinates.ts';

/** What the head of a POM tells: when it came to the repository, that it is not there, or nothing (for now). */
export type Probe =
  | { readonly status: 'there'; readonly publishedAt: Instant | undefined }
  | { readonly status: 'missing' | 'failed' };

const MISSING = [404, 410];

/** Asks for the head of a version’s POM. Failures are told, not thrown. */
export async function probePom(asking: Asking, version: string): Promise<Probe> {
  const { package: pkg, world, home, credential } = asking;
  const url = pomUrl(home, { group: pkg.namespace ?? '', artifact: pkg.name, version });
  const request = {
    method: 'HEAD',
    authorization: authorization(credential),
    statuses: MISSING,
  } as const;
  try {
    const { status, headers } = await world.http.request(url, request);
    if (MISSING.includes(status)) return { status: 'missing' };
    return { status: 'there', publishedAt: toInstant(headers.get('last-modified')) };
  } catch (error) {
    // A repository that answers no HEAD has its versions all the same.
    return failureOf(error) === 'passing'
      ? { status: 'failed' }
      : { status: 'there', publishedAt: undefined };
  }
}
