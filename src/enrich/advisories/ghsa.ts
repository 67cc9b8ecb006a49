import { z } from 'zod';
import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import { nextLink } from '../../platform/next-link.ts';
import { readAll } from '../../platform/pages.ts';
import { type Asked, githubEcosystem, indexNames } from './asked.ts';
import { type AdvisoryDatabase, type AskError, type Found, type Listed, toFailed } from './database.ts';
import { Rated, readGithubRecord } from './ghsa-record.ts';

export interface GithubAccess {
  readonly http: Http;
  readonly apiUrl: string;
  readonly token: string;
}

/** GitHub's own database: it knows malware that OSV does not list, and how likely an attack is. */
export interface GithubDatabase extends AdvisoryDatabase {
  /** The probability of an attack by id, as far as it could be read, and why not further. */
  readonly rate: (
    asked: readonly Asked[],
  ) => Promise<{ readonly rates: ReadonlyMap<string, number>; readonly errors: readonly AskError[] }>;
}

const LONGEST_NAMES = 1200;

export function githubDatabase(access: GithubAccess, followed: readonly Asked[]): GithubDatabase {
  const find = indexNames(followed);
  const known = new Map<string, Found>();

  async function listChunk(chunk: readonly Asked[]): Promise<[string, Listed][]> {
    const records = new Map(chunk.map(({ purl }) => [purl, new Map<string, string>()]));
    let dropped = 0;
    try {
      for (const json of await readAdvisories(access, 'malware', chunk)) {
        const read = readLeniently(json);
        dropped += read?.dropped ?? 1;
        if (read === undefined) continue;
        const { id, modified, affected } = read.record;
        known.set(id, { status: 'found', ...read });
        for (const { package: purl } of affected) records.get(purl)?.set(id, modified);
      }
    } catch (error) {
      const failed = toFailed(error);
      return chunk.map(({ purl }) => [purl, failed]);
    }
    const [first] = chunk;
    return [...records].map(([purl, of]) => [
      purl,
      { status: 'listed', records: of, dropped: purl === first?.purl ? dropped : 0 },
    ]);
  }

  // One record that is none is counted, and costs the list nothing else.
  function readLeniently(json: unknown) {
    try {
      return readGithubRecord(json, find);
    } catch (error) {
      toFailed(error);
      return undefined;
    }
  }

  async function readOne(id: string): Promise<Found> {
    try {
      const url = `${access.apiUrl}/advisories/${encodeURIComponent(id)}`;
      const { status, json } = await access.http.readJson(url, { ...requestOf(access), statuses: [404] });
      return status === 404 ? { status: 'gone' } : { status: 'found', ...readGithubRecord(json, find) };
    } catch (error) {
      return toFailed(error);
    }
  }

  async function rate(asked: readonly Asked[]) {
    const rates = new Map<string, number>();
    const errors: AskError[] = [];
    for (const chunk of chunksOf(asked)) {
      try {
        for (const json of await readAdvisories(access, 'reviewed', chunk)) {
          const { ghsa_id: id, epss } = Rated.safeParse(json).data ?? {};
          if (id !== undefined && epss) rates.set(id, epss.percentage);
        }
      } catch (error) {
        errors.push(toFailed(error).error);
      }
    }
    return { rates, errors };
  }

  return {
    title: 'GitHub',
    async list(asked) {
      const all: [string, Listed][] = [];
      for (const chunk of chunksOf(asked)) all.push(...(await listChunk(chunk)));
      return new Map(all);
    },
    read: async (id) => known.get(id) ?? readOne(id),
    rate,
  };
}

function requestOf({ token }: GithubAccess) {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    expect: ['application/json'],
    headers: { 'x-github-api-version': '2022-11-28' },
  };
}

/** All advisories of a kind that affect these packages, which are of one ecosystem. */
function readAdvisories(access: GithubAccess, type: 'malware' | 'reviewed', chunk: readonly Asked[]) {
  const query = new URLSearchParams({
    type,
    ecosystem: githubEcosystem(chunk[0]?.ecosystem ?? '') ?? '',
    affects: chunk.map(({ name }) => name).join(','),
    per_page: '100',
  });
  return readAll(`${access.apiUrl}/advisories?${query}`, async (url) => {
    const { json, headers } = await access.http.readJson(url, requestOf(access));
    const { data, error } = z.array(z.unknown()).safeParse(json);
    if (data === undefined)
      throw new FormatError('GitHub: a list of advisories that is none', { cause: error });
    return { items: data, next: nextLink(headers.get('link')) };
  });
}

// As many names as an address has room for.
function chunksOf(asked: readonly Asked[]): Asked[][] {
  const chunks: Asked[][] = [];
  for (const ofOne of Map.groupBy(asked, ({ ecosystem }) => ecosystem).values()) {
    let room = 0;
    for (const one of ofOne) {
      const length = encodeURIComponent(`${one.name},`).length;
      if (room < length) {
        chunks.push([]);
        room = LONGEST_NAMES;
      }
      room -= length;
      chunks.at(-1)?.push(one);
    }
  }
  return chunks;
}
