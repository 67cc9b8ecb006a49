import { ConfigError } from '../errors.ts';

interface AllowedHost {
  readonly name: string;
  /** Undefined stands for the scheme's own port. */
  readonly port: string | undefined;
}

/** Hosts that the owner named: they may be private and may speak plain HTTP. */
export type AllowedHosts = readonly AllowedHost[];

const ENTRY = /^(\[[\da-f:.]+\]|[a-z\d._-]+)(?::(\d{1,5}))?$/i;

/**
 * @param entries host names or addresses, each with an optional port: `git.corp.example`, `127.0.0.1:8080`, `[::1]:80`
 * @throws ConfigError for an entry of another form, such as one with a scheme or a path
 */
export function parseAllowedHosts(entries: readonly string[]): AllowedHosts {
  return entries.map(parseEntry);
}

/** Whether the owner named the host of this address, with the port that it uses. */
export function isAllowed(url: URL, hosts: AllowedHosts): boolean {
  return hosts.some((host) => host.name === url.hostname && isSamePort(host.port, url));
}

function isSamePort(port: string | undefined, url: URL): boolean {
  // A URL shows no port where it is the scheme's own.
  const own = url.protocol === 'http:' ? '80' : '443';
  return (port ?? own) === (url.port || own);
}

function parseEntry(entry: string): AllowedHost {
  const [, name, port] = ENTRY.exec(entry) ?? [];
  if (name === undefined || !URL.canParse(`http://${name}`) || Number(port ?? 443) > 65_535) {
    throw new ConfigError('a host that is to be allowed is not of the form name or name:port', {
      remedy: 'write hosts without scheme and path, separated by commas: 127.0.0.1:8080,git.corp.example',
    });
  }
  return {
    name: new URL(`http://${name}`).hostname,
    port: port === undefined ? undefined : String(Number(port)),
  };
}
