import { z } from 'zod';
import { authorization } from '../../platform/credential.ts';
import { FormatError } from '../../platform/errors.ts';
import type { HttpRequest } from '../../platform/http/http-request.ts';
import { decodeText, parseJson } from '../../platform/http/parse-json.ts';
import type { Asking } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import type { Fetched } from '../source.ts';
import { incompatibleMajor, isGoVersion } from './go-version.ts';
import { type Module, moduleOf, namesOneMajor } from './module-path.ts';

/** The versions of one module, in the order of their texts. */
export interface VersionList {
  readonly module: Module;
  readonly versions: readonly string[];
  /** Lines that are no version. */
  readonly dropped: number;
}

type Gone = Extract<Fetched, { status: 'gone' }>;

// Artifactory refuses what it does not have.
const MISSING = [403, 404, 410];
const MOST_MAJORS = 500;

const Latest = z.object({ Version: z.string().refine(isGoVersion) });

/**
 * The lists of a module and of all its later major versions. They are small, and read whole every time: a 304 for the first
 * would not say which others there are.
 * @throws HostError, FormatError: without one of the lists, the rest would look like all there is
 */
export async function readLists(asking: Asking): Promise<readonly VersionList[] | Gone> {
  const module = moduleOf(asking.package);
  const answer = await readDocument({ ...asking, fresh: true }, listUrl(asking, module), request(asking));
  if (answer.status === 'gone') return answer;
  if (answer.status === 'unchanged') throw new FormatError(`${module.path}: a 304 that nobody asked for`);
  const first = toList(module, answer.reply.body);
  const lists = [first, ...(namesOneMajor(module.path) ? [] : await readMajors(asking, first))];
  if (lists.some(({ versions }) => versions.length > 0)) return lists;
  return readLatest(asking, module, first.dropped);
}

// v2, v3 … until one is missing. A project may have had many majors before its first go.mod, and goes on from there.
async function readMajors(asking: Asking, { versions }: VersionList): Promise<VersionList[]> {
  const before = Math.max(1, ...versions.map((version) => incompatibleMajor(version) ?? 1));
  const lists: VersionList[] = [];
  for (let major = 2; ; major += 1) {
    if (lists.length > MOST_MAJORS) throw new FormatError(`${asking.package.purl}: majors without an end`);
    const list = await readMajor(asking, moduleOf(asking.package, major));
    if (list !== undefined) lists.push(list);
    else if (major > before) return lists;
    else if (major < before) major = before - 1;
  }
}

async function readMajor(asking: Asking, module: Module): Promise<VersionList | undefined> {
  const { http } = asking.world;
  const reply = await http.request(listUrl(asking, module), { ...request(asking), statuses: MISSING });
  if (MISSING.includes(reply.status)) return undefined;
  const list = toList(module, reply.body);
  return list.versions.length === 0 ? undefined : list;
}

// A module without tags has only what the proxy made of its newest commit.
async function readLatest(
  asking: Asking,
  module: Module,
  dropped: number,
): Promise<readonly VersionList[] | Gone> {
  const url = `${asking.home}/${module.address}/@latest`;
  const answer = await readDocument({ ...asking, fresh: true }, url, {
    authorization: authorization(asking.credential),
  });
  if (answer.status === 'gone') return answer;
  const json = answer.status === 'changed' ? parseJson(answer.reply.body, module.path) : undefined;
  const { data, error } = Latest.safeParse(json);
  if (error) throw new FormatError(`${module.path}: the reply names no latest version`, { cause: error });
  return [{ module, versions: [data.Version], dropped }];
}

// A proxy may be a plain file server, which does not know what its files without an ending are.
function request({ credential }: Asking): HttpRequest {
  return {
    authorization: authorization(credential),
    expect: ['text/plain', 'application/octet-stream'],
  };
}

function listUrl({ home }: Asking, { address }: Module): string {
  return `${home}/${address}/@v/list`;
}

// In text order: a proxy lists them in any order, and another one must not look like a change.
function toList(module: Module, body: Uint8Array): VersionList {
  const lines = decodeText(body, module.path)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isOwn = (line: string) =>
    isGoVersion(line) && (module.major === undefined || line.startsWith(`v${module.major}.`));
  const versions = lines.filter(isOwn).sort();
  const dropped = lines.filter((line) => !isOwn(line)).length;
  if (versions.length === 0 && dropped > 0)
    throw new FormatError(`${module.path}: the reply is no list of versions`);
  return { module, versions, dropped };
}
