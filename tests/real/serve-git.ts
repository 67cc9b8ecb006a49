import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface GitServer {
  readonly origin: string;
  /** `host:port` */
  readonly host: string;
  /** `METHOD path` of every request. */
  readonly asked: readonly string[];
  /** Whether clients may ask for another protocol than the first one. */
  speaksTwo: boolean;
  readonly close: () => Promise<void>;
}

/** Serves all repositories in a folder over smart HTTP: a bridge to git’s own CGI. https://git-scm.com/docs/git-http-backend */
export async function serveGit(folder: string): Promise<GitServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response).catch((error: unknown) => response.writeHead(599).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const env = { ...environmentOf(request, bridge.speaksTwo), GIT_PROJECT_ROOT: folder };
    const cgi = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const [body] = await Promise.all([buffer(cgi.stdout), pipeline(request, cgi.stdin)]);
    const end = body.indexOf('\r\n\r\n');
    const headers = body
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]);
    const { status = '200', ...rest } = Object.fromEntries(headers);
    response.writeHead(Number.parseInt(status, 10), rest).end(body.subarray(end + 4));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const host = `127.0.0.1:${address.port}`;
  const bridge: GitServer = {
    origin: `http://${host}`,
    host,
    asked,
    speaksTwo: true,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bridge;
}

// https://www.rfc-editor.org/rfc/rfc3875#section-4.1
function environmentOf(
  { method, url = '/', headers }: IncomingMessage,
  speaksTwo: boolean,
): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(url, 'http://git.test');
  const protocol = speaksTwo ? headers['git-protocol']?.toString() : undefined;
  return {
    PATH: process.env['PATH'],
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: method,
    PATH_INFO: decodeURIComponent(pathname),
    QUERY_STRING: search.slice(1),
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    ...(protocol !== undefined && { GIT_PROTOCOL: protocol }),
  };
}
