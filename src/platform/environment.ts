import { isCredentialVariable } from './credential.ts';
import { ConfigError } from './errors.ts';
import { Variables } from './variables.ts';

/** What the surroundings of the process say. */
export interface Environment {
  /** Hosts that may be private and speak plain HTTP. */
  readonly allowHosts: readonly string[];
  /** Mirrors by the public address that they stand for. */
  readonly mirrors: ReadonlyMap<string, string>;
  /** Where OSV is asked, if not at its public address. */
  readonly osvUrl: string | undefined;
  /** The credentials of hosts by their variables; see credential.ts. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly githubToken: string | undefined;
  /** Without a final slash, as all addresses here. */
  readonly githubApiUrl: string;
  readonly githubUrl: string;
  /** The repository that a workflow runs in: `owner/name`. */
  readonly repository: string | undefined;
  /** When the workflow ran, for the status page. */
  readonly runAt: string | undefined;
  readonly site: string | undefined;
  /** Which model to ask for summaries, as it was typed. */
  readonly model: {
    readonly baseUrl: string | undefined;
    readonly key: string | undefined;
    readonly name: string | undefined;
    readonly price: string | undefined;
  };
}

/**
 * The environment, to be read once at the start of a process. An empty variable is an unset one.
 * @throws ConfigError that names every malformed variable, never its value
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const given = Object.entries(variables).flatMap(([name, value = '']): [string, string][] =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  const { data, error } = Variables.safeParse(Object.fromEntries(given));
  if (error !== undefined) {
    const faults = [
      ...new Set(error.issues.map(({ path, message }) => `${path[0]?.toString()} is not ${message}`)),
    ];
    throw new ConfigError(`environment: ${faults.join('; ')}`, {
      remedy: 'correct these variables, or unset them',
    });
  }
  return Object.freeze({
    allowHosts: Object.freeze(data.TIDINGS_ALLOW_HOSTS),
    mirrors: data.TIDINGS_MIRRORS,
    osvUrl: data.TIDINGS_OSV,
    credentials: readCredentials(given),
    githubToken: data.GITHUB_TOKEN ?? data.GH_TOKEN,
    githubApiUrl: data.GITHUB_API_URL,
    githubUrl: data.GITHUB_SERVER_URL,
    repository: data.GITHUB_REPOSITORY,
    runAt: data.TIDINGS_RUN_AT,
    site: data.TIDINGS_SITE,
    model: Object.freeze({
      baseUrl: data.OPENAI_BASE_URL,
      key: data.OPENAI_API_KEY,
      name: data.TIDINGS_MODEL,
      price: data.TIDINGS_MODEL_PRICE,
    }),
  });
}

function readCredentials(given: readonly [string, string][]): Map<string, string> {
  const credentials = new Map<string, string>();
  for (const [name, value] of given.filter(([variable]) => isCredentialVariable(variable))) {
    if (!/^[\x20-\x7e]+$/.test(value)) {
      throw new ConfigError(`environment: ${name} is not a token or user:password`, {
        remedy: 'correct this variable, or unset it',
      });
    }
    credentials.set(name, value);
  }
  return credentials;
}

/** Keeps Astro from telling its makers of what we do: nobody is asked but those whom the watchlists name. */
export function refuseTelemetry(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
}
