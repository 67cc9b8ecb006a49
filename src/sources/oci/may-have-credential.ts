import { isDeepStrictEqual } from 'node:util';
import type { Credential, Credentials } from '../../platform/credential.ts';

// Registries whose tokens are made by another host, by their own documentation.
const PARTNERS: Readonly<Record<string, string>> = {
  // https://docs.gitlab.com/api/container_registry/
  'registry.gitlab.com': 'gitlab.com',
  // https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-basic
  'docker.elastic.co': 'docker-auth.elastic.co',
  // https://docs.digitalocean.com/products/container-registry/
  'registry.digitalocean.com': 'api.digitalocean.com',
};

/**
 * Whether the credential of a registry may go to the host that makes its tokens, which the registry itself names: only to
 * its own host, to a documented partner, or to a host for which the owner gave the same credential. Nor may another host's
 * credential be used: the token made of it would go to the registry, which had asked for it.
 */
export function mayHaveCredential(
  realm: URL,
  registry: URL,
  credential: Credential | undefined,
  credentials: Credentials,
): boolean {
  if (realm.protocol !== 'https:' && realm.protocol !== registry.protocol) return false;
  if (realm.hostname === registry.hostname || PARTNERS[registry.host] === realm.host) return true;
  return credential !== undefined && isDeepStrictEqual(credentials(realm.host), credential);
}
