import { type Package, packageName } from '../../core/package.ts';
import { ConfigError, HostError } from '../../platform/errors.ts';
import type { HttpProxy } from '../../platform/http/dispatchers.ts';
import { loadNpmConfig, type NpmConfig } from './load-npm-config.ts';

/** The registries that npm is configured with, and how to reach them. */
export interface NpmRegistries {
  /** Hosts (`name` or `name:port`) of all of them, for the http client's `registryHosts`. */
  readonly hosts: readonly string[];
  readonly proxy: HttpProxy | undefined;
  /** PEM certificates to trust. */
  readonly ca: readonly string[];
  /** The address of a package's document. */
  readonly documentUrl: (pkg: Package) => string;
  /** Where a package's tarball is: registries that mirror another one hand out that one's addresses. */
  readonly tarballUrl: (pkg: Package, listed: string) => string;
  /** The Authorization header for an address of a package, undefined where npm would send none. */
  readonly authorizationFor: (pkg: Package, url: string) => string | undefined;
}

/**
 * Registries, scopes, credentials, proxy and certificates from npm's own configuration.
 * @param root the folder in which npm would be run
 * @throws ConfigError for a configuration that cannot be read, or a registry that is no http address
 */
export async function npmRegistries(root: string): Promise<NpmRegistries> {
  const config = await loadNpmConfig(root);
  const fallback = registryUrl(config.registry, 'registry');
  const scoped = new Map<string, URL>();
  for (const [scope, address] of config.scopes) scoped.set(scope, registryUrl(address, `${scope}:registry`));
  const registryOf = (pkg: Package) => ownRegistry(pkg) ?? scoped.get(pkg.namespace ?? '') ?? fallback;
  const proxy = config.httpsProxy ?? config.proxy;
  return {
    hosts: [...new Set([fallback, ...scoped.values()].map(({ host }) => host))],
    proxy: proxy ? { url: proxy, except: config.noProxy.split(',') } : undefined,
    ca: config.ca ?? [],
    documentUrl: (pkg) => registryOf(pkg).href + encodeURIComponent(packageName(pkg)).replace(/^%40/, '@'),
    tarballUrl: (pkg, listed) => replaceHost(listed, registryOf(pkg), config),
    authorizationFor: (pkg, url) => authorizationFor(url, registryOf(pkg), config),
  };
}

function registryUrl(address: string, key: string): URL {
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new ConfigError(`npm’s configuration: ${key} is no http address`, {
    remedy: `set it with \`npm config set ${key}=https://…\``,
  });
}

// A purl may name its registry, with or without a scheme. A wrong one fails that package, not the run.
function ownRegistry({ purl, repositoryUrl }: Package): URL | undefined {
  if (repositoryUrl === undefined) return undefined;
  const address = /^https?:/.test(repositoryUrl) ? repositoryUrl : `https://${repositoryUrl}`;
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (url !== null) return url;
  throw new HostError(`${purl} names a registry that is no http address`, {
    remedy: 'correct its repository_url in the watchlist',
  });
}

// https://docs.npmjs.com/cli/v11/using-npm/config#replace-registry-host
function replaceHost(
  listed: string,
  registry: URL,
  { replaceRegistryHost, defaultRegistry }: NpmConfig,
): string {
  const url = URL.parse(listed);
  if (url === null || replaceRegistryHost === 'never') return listed;
  const replaced = replaceRegistryHost === 'npmjs' ? new URL(defaultRegistry).host : replaceRegistryHost;
  if (replaced !== 'always' && url.host !== replaced) return listed;
  return new URL(`.${url.pathname}${url.search}`, registry).href;
}

// Credentials belong to a folder of a host and all below it; npm also sends those of the registry to the rest of its host.
function authorizationFor(url: string, registry: URL, config: NpmConfig): string | undefined {
  const own = nearestAuthorization(url, config);
  if (own !== undefined || URL.parse(url)?.host !== registry.host) return own;
  return nearestAuthorization(registry.href, config);
}

function nearestAuthorization(url: string, config: NpmConfig): string | undefined {
  for (let folder = URL.parse('.', url); folder !== null; folder = parentOf(folder)) {
    const authorization = config.authorizationOf(folder.href);
    if (authorization !== undefined) return authorization;
  }
  return undefined;
}

function parentOf(folder: URL): URL | null {
  return folder.pathname === '/' ? null : new URL('..', folder);
}
