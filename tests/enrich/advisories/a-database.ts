import { parsePackage } from '../../../src/core/package.ts';
import { type Asked, toAsked } from '../../../src/enrich/advisories/asked.ts';
import { githubDatabase } from '../../../src/enrich/advisories/ghsa.ts';
import { osvDatabase } from '../../../src/enrich/advisories/osv.ts';
import { worldAt } from '../../contract/world-at.ts';
import { type GithubAdvisory, ghsaHandler } from '../../upstream/ghsa.ts';
import { type OsvOptions, type OsvRecord, osvHandler } from '../../upstream/osv.ts';
import { type Options, startUpstream } from '../../upstream/upstream.ts';

export const TOKEN = 'ghp_ofATest';

/** Packages as the databases name them. */
export function ask(...purls: readonly string[]): Asked[] {
  return purls.flatMap((purl) => toAsked(parsePackage(purl)) ?? []);
}

interface World extends OsvOptions, Options {
  readonly records?: readonly OsvRecord[];
  readonly github?: readonly GithubAdvisory[];
}

/** Both databases in an emulated world, about these packages. */
export async function databases(
  followed: readonly Asked[],
  { records = [], github = [], ...options }: World,
) {
  const handlers = [
    osvHandler(records, options),
    ghsaHandler(github, { token: TOKEN, pageSize: options.pageSize ?? 100 }),
  ];
  const upstream = await startUpstream(handlers, options);
  const { http } = worldAt(upstream, { homes: {} });
  return {
    upstream,
    osv: osvDatabase(http, upstream.origin, followed),
    github: githubDatabase({ http, apiUrl: upstream.origin, token: TOKEN }, followed),
  };
}

/** A record of OSV about these versions of an npm package. */
export function osvRecord(id: string, name = 'axios', fields: object = {}): OsvRecord {
  return {
    id,
    modified: '2026-03-08T16:02:43Z',
    affected: [{ package: { ecosystem: 'npm', name }, versions: ['1.0.0'] }],
    ...fields,
  };
}

/** A value as it is stored: what is undefined is left out. */
export function stored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
