import { join } from 'node:path';
import { readCredentials } from '../platform/credential.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createHttp } from '../platform/http/create-http.ts';
import { openPauses } from '../platform/http/pauses.ts';
import { openValidators } from '../platform/http/validators.ts';
import { createMirrors } from '../platform/mirrors.ts';
import { npmRegistries } from '../sources/npm/npm-registries.ts';
import type { World } from '../sources/source.ts';
import type { Workspace } from './workspace.ts';

/** How we introduce ourselves to every host. */
export const USER_AGENT = 'tidings/0.1 (+https://github.com/tidings/tidings)';

/**
 * The outside world of one run: the guarded client with the hosts that the owner and npm's configuration allow.
 * @throws ConfigError for a malformed environment or npm configuration
 */
export async function openWorld({ root, cache }: Pick<Workspace, 'root' | 'cache'>): Promise<World> {
  const { allowHosts, credentials, mirrors, osvUrl, githubToken, githubApiUrl, githubUrl } =
    readEnvironment();
  const { hosts: registryHosts, proxy, ca } = await npmRegistries(root);
  // A mirror is the owner's own choice, like a registry in npm's configuration.
  const chosen = [...mirrors.values(), ...(osvUrl === undefined ? [] : [osvUrl])];
  const mirrorHosts = chosen.map((address) => new URL(address).host);
  const hosts = { allowHosts: [...allowHosts, ...mirrorHosts], registryHosts };
  const pauses = await openPauses(join(cache, 'http', 'pauses.json'));
  const http = createHttp({ userAgent: USER_AGENT, ...hosts, proxy, ca, pauses });
  const validators = openValidators(join(cache, 'http'));
  return {
    http,
    validators,
    credentials: readCredentials(credentials),
    mirrors: createMirrors(mirrors),
    githubToken,
    githubApiUrl,
    githubUrl,
    root,
  };
}
