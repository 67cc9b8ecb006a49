import { packageName } from '../../core/package.ts';
import { FormatError, HostError } from '../../platform/errors.ts';
import { decodeText } from '../../platform/http/parse-json.ts';
import { readConditional } from '../../platform/http/read-conditional.ts';
import type { Answer, Fetched, LookUp, World } from '../source.ts';
import { readAtom } from './atom.ts';
import { inBatches, type Setback } from './batches.ts';

const GONE = [404, 410, 451];
const REFUSED = new Set([403, 429]);
// The feeds are limited too, by address: https://github.com/Ardakilic/alerthub/issues/16
const IN_FLIGHT = 2;

/** Looks repositories up without a token: their feeds hold the newest ten releases, so that a listing is never complete. */
export async function* readFeeds(lookUps: readonly LookUp[], world: World): AsyncGenerator<Answer> {
  let refused: HostError | undefined;
  async function read(lookUp: LookUp): Promise<Fetched> {
    if (refused !== undefined) return { status: 'failed', error: refused };
    try {
      return await readFeed(lookUp, world);
    } catch (error) {
      if (!(error instanceof HostError || error instanceof FormatError)) throw error;
      if (!isRefusal(error)) return { status: 'failed', error };
      await world.http.limited(world.githubUrl, error.status, new Headers());
      refused = new HostError(`GitHub’s feeds answer ${error.status}`, {
        status: error.status,
        remedy: 'set GITHUB_TOKEN: with it, one request serves 50 repositories',
        cause: error,
      });
      return { status: 'failed', error: refused };
    }
  }
  const answers = inBatches(lookUps, {
    size: 1,
    inFlight: IN_FLIGHT,
    ask: async (alone) => {
      const fetched = alone.map(async (lookUp) => [lookUp, await read(lookUp)] as const);
      return { results: new Map(await Promise.all(fetched)) };
    },
    toFailure: (error: Setback['error']): Fetched => ({ status: 'failed', error }),
  });
  for await (const [lookUp, fetched] of answers) yield { package: lookUp.package, fetched };
}

function isRefusal(error: HostError | FormatError): error is HostError & { readonly status: number } {
  return error instanceof HostError && error.status !== undefined && REFUSED.has(error.status);
}

async function readFeed({ package: pkg, since, fresh }: LookUp, world: World): Promise<Fetched> {
  const name = packageName(pkg);
  const path = name.split('/').map(encodeURIComponent).join('/');
  const read = await readConditional(
    world.http,
    world.validators,
    `${world.githubUrl}/${path}/releases.atom`,
    {
      expect: ['application/atom+xml', 'application/xml', 'text/xml'],
      statuses: GONE,
      fresh,
      retryStatuses: [408, 500, 502, 503, 504],
    },
  );
  if (read.status === 'unchanged') return read;
  const { status, body } = read.reply;
  if (GONE.includes(status)) return { status: 'gone', reason: `GitHub has no feed of ${name}`, code: status };
  const subject = `GitHub’s feed of ${name}`;
  const { releases, dropped } = readAtom(decodeText(body, subject), subject);
  const wanted = releases.filter(({ publishedAt }) => since === undefined || (publishedAt ?? since) >= since);
  const listings = { upstream: {}, releases: wanted, complete: false, dropped };
  return { status: 'listed', listings, receipts: [read.receipt] };
}
