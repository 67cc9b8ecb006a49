import { z } from 'zod';
import { authorization, type Credential, type Credentials } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import { checkUrl } from '../../platform/http/check-url.ts';
import type { Http } from '../../platform/http/http.ts';
import { explainRefusal } from './explain-refusal.ts';
import { mayHaveCredential } from './may-have-credential.ts';
import { readChallenges } from './read-challenges.ts';

/** Who signs in, where, and for what. */
export interface SignIn {
  readonly http: Http;
  readonly registry: URL;
  /** The registry's public host. */
  readonly host: string;
  /** What to ask for where the registry does not say: `repository:acme/tool:pull`. */
  readonly scope: string;
  readonly credential: Credential | undefined;
  readonly credentials: Credentials;
}

/** The header that opens a registry; `withheldFrom` is the host that was not given the credential. */
export interface SignedIn {
  readonly authorization: string;
  readonly withheldFrom?: string | undefined;
}

const Token = z.string().regex(/^[\x21-\x7e]+$/);
const TokenReply = z
  .object({ token: Token.optional().catch(undefined), access_token: Token.optional().catch(undefined) })
  .transform(({ token, access_token }) => token ?? access_token);

/**
 * Does what a registry's 401 asks for; undefined where that cannot be done.
 * https://distribution.github.io/distribution/spec/auth/token/
 * @throws HostError, FormatError
 */
export async function signIn(header: string | null, asking: SignIn): Promise<SignedIn | undefined> {
  const challenges = readChallenges(header);
  const bearer = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.get('realm'));
  if (bearer !== undefined) return readToken(bearer.parameters, asking);
  const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
  const basic = isBasic ? asBasic(asking) : undefined;
  return basic === undefined ? undefined : { authorization: basic };
}

async function readToken(parameters: ReadonlyMap<string, string>, asking: SignIn): Promise<SignedIn> {
  const { http, registry, host, scope, credential, credentials } = asking;
  const url = URL.parse(parameters.get('realm') ?? '', registry);
  if (url === null) throw new FormatError(`${host}: the address of its tokens is none`);
  const service = parameters.get('service');
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', parameters.get('scope') || scope);

  const isTrusted = mayHaveCredential(url, registry, credential, credentials);
  // A stranger's address must be a public one, whatever the owner allowed.
  if (!isTrusted) checkUrl(url.href, []);
  const withheldFrom = isTrusted || credential === undefined ? undefined : url.host;
  const authorization = isTrusted ? asBasic(asking) : undefined;
  try {
    const { json } = await http.readJson(url.href, { authorization });
    const { data: token } = TokenReply.safeParse(json);
    if (token === undefined) throw new FormatError(`${url.host}: the reply has no token`);
    return { authorization: `Bearer ${token}`, withheldFrom };
  } catch (error) {
    throw explainRefusal(error, registry, withheldFrom);
  }
}

// What registries want to be called where a token says everything; others take any name.
const USERS: readonly (readonly [RegExp, string])[] = [
  // https://cloud.google.com/artifact-registry/docs/docker/authentication#token
  [/(?:^|\.)(?:gcr\.io|pkg\.dev)$/, 'oauth2accesstoken'],
  // https://docs.quay.io/glossary/access-token.html
  [/^quay\.io$/, '$oauthtoken'],
];

function asBasic({ host, credential }: SignIn): string | undefined {
  if (credential === undefined || 'user' in credential) return authorization(credential);
  const user = USERS.find(([pattern]) => pattern.test(host))?.[1] ?? 'token';
  return authorization({ user, password: credential.token });
}
