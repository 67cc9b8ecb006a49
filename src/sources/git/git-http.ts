import type { GitHttpResponse, HttpClient } from 'isomorphic-git';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import { collect } from '../../platform/http/read-body.ts';
import type { Reply } from '../../platform/http/reply.ts';
import { checkPackets } from './check-packets.ts';

const SERVICE = 'git-upload-pack';
const DISCOVERY = `/info/refs?service=${SERVICE}`;
const FLUSH = new TextEncoder().encode('0000');
const STATUSES = [404, 410, 451];

/** The status of a repository that is not there. Thrown through the library, which hands errors on. */
export class GitGone extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the git server answered ${status}`);
    this.status = status;
  }
}

/** A list of refs is the whole reply; 100,000 tags make about 12 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The library's way out, through the guard. Like git, it follows a redirect of the first request and asks the second one where that
 * led to. https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpfollowRedirects
 * @param url of the repository
 */
export function createGitHttp(http: Http, url: string, authorization: string | undefined): HttpClient {
  let base = url;
  let isEmpty = false;

  async function discover(headers: Record<string, string>): Promise<Reply> {
    const expect = [`application/x-${SERVICE}-advertisement`];
    const request = {
      headers,
      authorization,
      expect,
      accept: '*/*',
      statuses: STATUSES,
      maxBytes: MOST_BYTES,
    };
    const reply = await http.request(url + DISCOVERY, request);
    if (STATUSES.includes(reply.status)) throw new GitGone(reply.status);
    if (!reply.url.endsWith(DISCOVERY)) throw new FormatError(`${url}: a redirect to what is no repository`);
    base = reply.url.slice(0, -DISCOVERY.length);
    // Servers before 2.41 say nothing at all of a repository without refs, not even their version.
    isEmpty = checkPackets(reply.body, url) < 2;
    return reply;
  }

  async function list(headers: Record<string, string>, body: Uint8Array): Promise<Reply> {
    const isSame = new URL(base).origin === new URL(url).origin;
    const expect = [`application/x-${SERVICE}-result`];
    const reply = await http.request(`${base}/${SERVICE}`, {
      method: 'POST',
      headers,
      body,
      authorization: isSame ? authorization : undefined,
      expect,
      maxBytes: MOST_BYTES,
    });
    checkPackets(reply.body, url);
    return reply;
  }

  return {
    async request({ method = 'GET', headers = {}, body, url: asked }) {
      if (method === 'GET') return toResponse(await discover(headers));
      if (isEmpty)
        return { url: asked, statusCode: 200, statusMessage: 'OK', headers: {}, body: once(FLUSH) };
      return toResponse(await list(headers, body === undefined ? FLUSH : await collect(body)));
    },
  };
}

function toResponse({ status, url, headers, body }: Reply): GitHttpResponse {
  return {
    url,
    statusCode: status,
    statusMessage: '',
    headers: Object.fromEntries(headers),
    body: once(body),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
