import { z } from 'zod';
import { authorization, type Credential } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Asking } from '../package-by-package.ts';
import type { Image } from './image.ts';

/** A repository at Docker Hub, and what opens it. */
export interface Hub {
  readonly name: string;
  readonly repositoryUrl: string;
  readonly pageUrl: (page: number) => string;
  readonly authorization: string | undefined;
}

const TokenReply = z.object({ access_token: z.string().regex(/^[\x21-\x7e]+$/) });

/** @throws HostError, FormatError */
export async function openHub({ world, credential }: Asking, { home, name }: Image): Promise<Hub> {
  const [namespace, ...rest] = name.split('/');
  const repositoryUrl = `${home}/v2/namespaces/${namespace}/repositories/${rest.join('/')}`;
  return {
    name,
    repositoryUrl,
    pageUrl: (page) => `${repositoryUrl}/tags?page_size=100&ordering=last_updated&page=${page}`,
    authorization: await signIn(world.http, home, credential),
  };
}

// What is given lasts for ten minutes: longer than one image takes, not longer than a run may take.
// https://docs.docker.com/reference/api/hub/latest/operations/AuthCreateAccessToken/
async function signIn(
  http: Http,
  home: string,
  credential: Credential | undefined,
): Promise<string | undefined> {
  if (credential === undefined || 'token' in credential) return authorization(credential);
  const { json } = await http.readJson(`${home}/v2/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: credential.user, secret: credential.password }),
  });
  const { data } = TokenReply.safeParse(json);
  if (data === undefined) throw new FormatError(`${new URL(home).host}: the reply has no token`);
  return `Bearer ${data.access_token}`;
}
