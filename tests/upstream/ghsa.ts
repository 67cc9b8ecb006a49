import type { Handler, Served } from './upstream.ts';

/** An advisory as the REST API of GitHub has it, malformed parts as well. */
export interface GithubAdvisory {
  readonly ghsa_id: string;
  readonly type: 'reviewed' | 'malware';
  readonly updated_at: string;
  readonly vulnerabilities: readonly {
    readonly package: { readonly ecosystem: string; readonly name: string };
    readonly vulnerable_version_range: string;
  }[];
  readonly [key: string]: unknown;
}

interface Options {
  readonly token: string;
  readonly pageSize?: number;
}

/** GET /advisories, which lists no malware unless asked for it, and GET /advisories/<id>. */
export function ghsaHandler(
  advisories: readonly GithubAdvisory[],
  { token, pageSize = 100 }: Options,
): Handler {
  return ({ method, path, query, headers }, origin) => {
    if (method !== 'GET' || !/^\/advisories(?:\/|$)/.test(path)) return undefined;
    if (headers['authorization'] !== `Bearer ${token}`) return json({ message: 'Bad credentials' }, 401);
    const id = path.slice('/advisories/'.length);
    if (id !== '') {
      const one = advisories.find(({ ghsa_id }) => ghsa_id === id);
      return one === undefined ? json({ message: 'Not Found' }, 404) : json(one);
    }
    const names = new Set((query.get('affects') ?? '').split(','));
    const type = query.get('type') ?? 'reviewed';
    const found = advisories.filter(
      (advisory) =>
        advisory.type === type &&
        advisory.vulnerabilities.some(
          ({ package: pkg }) => pkg.ecosystem === query.get('ecosystem') && names.has(pkg.name),
        ),
    );
    const start = Number(query.get('after') ?? 0);
    const page = found.slice(start, start + pageSize);
    const next = new URLSearchParams(query);
    next.set('after', String(start + pageSize));
    const link =
      start + pageSize < found.length ? { link: `<${origin}/advisories?${next}>; rel="next"` } : {};
    return json(page, 200, link);
  };
}

function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Served {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
