import { join } from 'node:path';
import Config from '@npmcli/config';
import npm from '@npmcli/config/lib/definitions/index.js';
import { z } from 'zod';
import { ConfigError } from '../../platform/errors.ts';

const Settings = z.object({
  registry: z.string(),
  replaceRegistryHost: z.string().catch('npmjs'),
  proxy: z.string().nullish().catch(null),
  httpsProxy: z.string().nullish().catch(null),
  noProxy: z.string().catch(''),
  ca: z
    .union([z.string().transform((pem) => [pem]), z.array(z.string())])
    .nullish()
    .catch(null),
});

/** npm's configuration as far as it concerns reading from registries. */
export interface NpmConfig extends z.infer<typeof Settings> {
  /** The registry that npm would use if nobody had configured any. */
  readonly defaultRegistry: string;
  /** Registries by scope, `@octokit` → address. */
  readonly scopes: ReadonlyMap<string, string>;
  /** The Authorization header for exactly this folder of an address, if credentials are configured for it. */
  readonly authorizationOf: (folder: string) => string | undefined;
}

const READ = new Set([
  'registry',
  'replace-registry-host',
  'proxy',
  'https-proxy',
  'noproxy',
  'ca',
  'cafile',
]);

// Other settings have effects when they are flattened: one writes to the environment.
function flattenRead(settings: object, flat: object): object {
  const read = Object.entries(settings).filter(([key]) => READ.has(key) || key.startsWith('@'));
  return npm.flatten(Object.fromEntries(read), flat);
}

// npm would pass its settings on to the scripts that it starts; we start none, and leave the environment as it is.
class ReadOnlyConfig extends Config {
  override setEnvs(): void {}
}

/**
 * Reads npm's own configuration as npm run in this folder does: environment, the folder's .npmrc, the user's and the global one.
 * @throws ConfigError
 */
export async function loadNpmConfig(root: string): Promise<NpmConfig> {
  const config = new ReadOnlyConfig({
    ...npm,
    flatten: flattenRead,
    npmPath: join(root, 'node_modules', 'npm'),
    cwd: root,
    argv: [],
    warn: false,
  });
  const settings = Settings.parse(await load(config));
  const scopes = Object.entries(config.flat).flatMap(([key, value]) => {
    const scope = /^(@[^:]+):registry$/.exec(key)?.[1];
    return scope !== undefined && typeof value === 'string' ? [[scope, value] as const] : [];
  });
  return {
    ...settings,
    defaultRegistry: String(config.defaults['registry']),
    scopes: new Map(scopes),
    authorizationOf(folder) {
      const { token, auth } = config.getCredentialsByURI(folder);
      if (token !== undefined) return `Bearer ${token}`;
      return auth === undefined ? undefined : `Basic ${auth}`;
    },
  };
}

async function load(config: Config): Promise<unknown> {
  try {
    await config.load();
    return config.flat;
  } catch (cause) {
    throw new ConfigError('npm’s configuration cannot be read', {
      cause,
      remedy: 'run `npm config list` to see what is wrong with it',
    });
  }
}
