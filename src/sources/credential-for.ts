import type { Credential } from '../platform/credential.ts';
import type { Asking } from './package-by-package.ts';
import type { World } from './source.ts';

/** The part of a look-up that tells who gets which credential. */
export type Reach = Pick<Asking, 'home' | 'credential'> & { readonly world: Pick<World, 'credentials'> };

/**
 * The credential for an address that a registry named: its own goes to its own host alone, and none goes in the open where
 * the registry itself is asked by https, as one does that stands behind a proxy and does not know it.
 */
export function credentialFor(url: string, { home, credential, world }: Reach): Credential | undefined {
  const to = URL.parse(url);
  const from = new URL(home);
  if (to === null || (from.protocol === 'https:' && to.protocol !== 'https:')) return undefined;
  return to.host === from.host ? credential : world.credentials(to.host);
}
