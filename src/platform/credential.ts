/** What opens a private upstream: a token, or a name and a password. */
export type Credential = { readonly token: string } | { readonly user: string; readonly password: string };

/** Finds the credential of a host (`name` or `name:port`), if the owner gave one. */
export type Credentials = (host: string) => Credential | undefined;

const PREFIX = 'TIDINGS_TOKEN_';

/**
 * The environment variable that holds the credential of a host: `TIDINGS_TOKEN_GITLAB_EXAMPLE_COM`. A dot is `_`, a dash `__`, the
 * colon before a port `___`; no two hosts share a variable.
 */
export function credentialVariable(host: string): string {
  const name = host.replaceAll('-', '__').replaceAll('.', '_').replaceAll(':', '___');
  return PREFIX + name.toUpperCase();
}

/** Reads credentials out of variables: `user:password`, or else a token. */
export function readCredentials(variables: ReadonlyMap<string, string>): Credentials {
  return (host) => {
    const text = variables.get(credentialVariable(host));
    if (text === undefined) return undefined;
    const colon = text.indexOf(':');
    if (colon < 0) return { token: text };
    return { user: text.slice(0, colon), password: text.slice(colon + 1) };
  };
}

/** Whether an environment variable holds a credential. */
export function isCredentialVariable(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Everything in a variable's value that must never be shown. */
export function secretsIn(value: string): string[] {
  const password = value.slice(value.indexOf(':') + 1);
  return [...new Set([value, password, Buffer.from(value).toString('base64')])];
}

/**
 * A credential as an Authorization header.
 * @param scheme what a token's host calls it: `Bearer` for most, `token` for Gitea
 */
export function authorization(
  credential: Credential | undefined,
  scheme: 'Bearer' | 'token' = 'Bearer',
): string | undefined {
  if (credential === undefined) return undefined;
  if ('token' in credential) return `${scheme} ${credential.token}`;
  return `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`;
}
