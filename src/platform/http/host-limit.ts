/** What one run may ask of one host. Retries and redirects count as requests. */
export interface HostLimit {
  /** Requests at the same time; one where there is a gap. */
  readonly sockets: number;
  /** Requests in all. */
  readonly requests: number;
  /** Milliseconds from the beginning of one request to the next. */
  readonly gapMs: number;
}

const DEFAULT: HostLimit = { sockets: 4, requests: 10_000, gapMs: 0 };
const REGISTRY: HostLimit = { sockets: 10, requests: 50_000, gapMs: 0 };

// Hosts that publish a limit, or are known to block whole address ranges, get less; fast static files get more.
const HOSTS: Readonly<Record<string, Partial<HostLimit>>> = {
  // One request a second: https://crates.io/data-access#api
  'crates.io': { sockets: 1, gapMs: 1000 },
  'index.crates.io': { sockets: 8 },
  // 4,000 requests in 30 minutes for an address, git traffic included.
  'codeberg.org': { sockets: 1, requests: 2_000 },
  'hub.docker.com': { sockets: 2 },
  // One after another is preferred: https://docs.pypi.org/api/
  'pypi.org': { sockets: 2 },
  // 10 requests a second for an address: https://guides.rubygems.org/rubygems-org-rate-limits/
  'rubygems.org': { sockets: 1, gapMs: 100 },
  'repo.maven.apache.org': { sockets: 2 },
  'repo1.maven.org': { sockets: 2 },
  // A cache of files that never change, one for each version.
  'proxy.golang.org': { sockets: 8, requests: 50_000 },
  // At most 10 in parallel: https://packagist.org/apidoc
  'repo.packagist.org': { sockets: 8 },
};

/** The limit of a host (`name` or `name:port`); npm registries, whatever their name, are built for many sockets. */
export function hostLimit(host: string, isRegistry: boolean): HostLimit {
  return { ...(isRegistry ? REGISTRY : DEFAULT), ...HOSTS[host] };
}
