import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves a folder below `/<base>/` as a static host does: index.html for folders, 404.html with status 404 for the rest. `gzip`: and compressed. */
export async function serveFolder(folder: string, base: string, encoding?: 'gzip'): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(`/${base}/`)
      ? decodeURIComponent(pathname.slice(base.length + 2))
      : '..';
    answer(response, folder, path, encoding).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: address.port, close };
}

async function answer(
  response: ServerResponse,
  folder: string,
  path: string,
  encoding: 'gzip' | undefined,
): Promise<void> {
  const wanted = path.endsWith('/') || path === '' ? `${path}index.html` : path;
  const isThere = !path.split('/').includes('..') && (await isFile(join(folder, wanted)));
  const file = isThere ? wanted : '404.html';
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const isText = !/^(?:font\/|application\/octet)/.test(type);
  const isZipped = encoding === 'gzip' && isText;
  const bytes = await readFile(join(folder, file));
  response.writeHead(isThere ? 200 : 404, {
    'content-type': type,
    ...(isZipped && { 'content-encoding': 'gzip' }),
  });
  response.end(isZipped ? gzipSync(bytes) : bytes);
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}
