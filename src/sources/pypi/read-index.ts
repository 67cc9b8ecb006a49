import { authorization } from '../../platform/credential.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import { REGISTRY_DOCUMENT_BYTES } from '../../platform/http/limits.ts';
import { decodeText, parseJson } from '../../platform/http/parse-json.ts';
import type { Reply } from '../../platform/http/reply.ts';
import type { Asking } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import type { Project } from './project.ts';
import { readHtmlIndex } from './read-html-index.ts';
import { readJsonIndex } from './read-json-index.ts';

const ACCEPT = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.1',
].join(', ');

/**
 * Asks an index for a project’s page, in JSON if it can. An index that knows none of these types is asked without any, and
 * at once the next time.
 * @throws HostError, FormatError
 */
export async function askIndex(asking: Asking) {
  const { package: pkg, home, credential, memory } = asking;
  const url = `${home}/${encodeURIComponent(pkg.name)}/`;
  const plain = { authorization: authorization(credential), maxBytes: REGISTRY_DOCUMENT_BYTES };
  if (memory?.['accept'] === 'any') return { answer: await readDocument(asking, url, plain), isPlain: true };
  try {
    return { answer: await readDocument(asking, url, { ...plain, accept: ACCEPT }), isPlain: false };
  } catch (error) {
    if (!(error instanceof HostError) || error.status !== 406) throw error;
    return { answer: await readDocument(asking, url, plain), isPlain: true };
  }
}

/**
 * Reads the page by what it is: some indexes label JSON as HTML, and HTML as JSON
 * (https://github.com/renovatebot/renovate/pull/44222).
 * @throws FormatError
 */
export function readIndex({ body, headers }: Reply, subject: string): Project {
  const start = Buffer.from(body.subarray(0, 1024))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<')) return readHtmlIndex(decodeText(body, subject), subject);
  if (!start.startsWith('{')) throw new FormatError(`${subject}: the reply is neither JSON nor HTML`);
  const project = readJsonIndex(parseJson(body, subject), subject);
  return { ...project, serial: project.serial ?? headers.get('x-pypi-last-serial') ?? undefined };
}
