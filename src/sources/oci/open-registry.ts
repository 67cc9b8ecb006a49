import { HostError } from '../../platform/errors.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import type { Reply } from '../../platform/http/reply.ts';
import type { Asking } from '../package-by-package.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Image } from './image.ts';
import { type SignedIn, signIn } from './sign-in.ts';

/** One repository of a registry. Addresses below it are like `/tags/list`. */
export interface Registry {
  readonly image: Image;
  readonly address: (path: string) => string;
  /** Asks for an address of the registry, and signs in when it is told to: once a run, and again where a token has run out. */
  readonly ask: (url: string, request: HttpRequest) => Promise<Reply>;
}

export function openRegistry({ world, credential }: Asking, image: Image): Registry {
  const { http, credentials } = world;
  const { home, name, host } = image;
  const registry = new URL(home);
  const scope = `repository:${name}:pull`;
  let signedIn: SignedIn | undefined;

  async function ask(url: string, request: HttpRequest): Promise<Reply> {
    const statuses = typeof request.statuses === 'object' ? request.statuses : [];
    const signed = () => ({ ...request, authorization: signedIn?.authorization });
    const first = await http.request(url, { ...signed(), statuses: [...statuses, 401] });
    if (first.status !== 401) return first;
    const header = first.headers.get('www-authenticate');
    signedIn = await signIn(header, { http, registry, host, scope, credential, credentials });
    if (signedIn === undefined) throw new HostError(`${host} answered 401`, { status: 401 });
    try {
      return await http.request(url, signed());
    } catch (error) {
      throw explainRefusal(error, registry, signedIn.withheldFrom);
    }
  }

  return { image, address: (path) => `${home}/v2/${name}${path}`, ask };
}
