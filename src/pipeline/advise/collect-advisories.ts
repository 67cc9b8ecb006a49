import type { Advisory } from '../../core/advisory.ts';
import { githubDatabase } from '../../enrich/advisories/ghsa.ts';
import { OSV_URL, osvDatabase } from '../../enrich/advisories/osv.ts';
import { now } from '../../platform/clock.ts';
import type { World } from '../../sources/source.ts';
import type { AdviseAnswers } from './answers.ts';
import { askDatabase, type Said, toFailure } from './ask-database.ts';
import type { AdvisePlan } from './plan-advise.ts';

/** The outside world, and where OSV is asked. */
export interface AdviseWorld extends Pick<World, 'http' | 'githubToken' | 'githubApiUrl'> {
  readonly osvUrl: string | undefined;
}

/** Asks OSV about every package of a plan, and GitHub where there is a token. Writes nothing. */
export async function collectAdvisories(
  plan: AdvisePlan,
  held: readonly Advisory[],
  world: AdviseWorld,
): Promise<AdviseAnswers> {
  const { asked, unasked, followed } = plan;
  const osv = osvDatabase(world.http, world.osvUrl ?? OSV_URL, followed);
  const ofOsv = held.filter(({ malware }) => malware === undefined);
  const said = await askDatabase(osv, asked, byId(ofOsv));
  // Also what it could not be asked about this time: a failed list gives no record away.
  const more = await askGithub(plan, held, world, new Set([...said.ids, ...byId(ofOsv).keys()]));
  // A record that was GitHub's and now is OSV's: what it replaces is the one that we hold.
  const all = byId(held);
  const records = [...said.records, ...more.records].map((one) => {
    const before = all.get(one.id)?.modified;
    return before === undefined ? one : { ...one, before };
  });
  return {
    format: 1,
    at: now(),
    asked: asked.length,
    unasked: unasked.length,
    listed: said.listed,
    dropped: said.dropped + more.dropped,
    records,
    rates: more.rates,
    failures: [...said.failures, ...more.failures],
    requests: Object.fromEntries(world.http.requests()),
  };
}

type More = Pick<Said, 'records' | 'failures' | 'dropped'> & Pick<AdviseAnswers, 'rates'>;

const NOTHING: More = { records: [], failures: [], dropped: 0, rates: [] };

async function askGithub(
  { asked, followed }: AdvisePlan,
  held: readonly Advisory[],
  { http, githubApiUrl: apiUrl, githubToken: token }: AdviseWorld,
  ofOsv: ReadonlySet<string>,
): Promise<More> {
  if (token === undefined || asked.length === 0) return NOTHING;
  const github = githubDatabase({ http, apiUrl, token }, followed);
  const own = held.filter(({ malware }) => malware === true);
  const said = await askDatabase(github, asked, byId(own), ofOsv);
  const { rates, errors } = await github.rate(asked);
  const failures = errors.map((error) => toFailure('EPSS', github.title, error));
  return {
    ...said,
    rates: [...rates].map(([id, probability]) => ({ id, probability })),
    failures: [...said.failures, ...failures],
  };
}

function byId(records: readonly Advisory[]): ReadonlyMap<string, Advisory> {
  return new Map(records.map((record) => [record.id, record]));
}
