import { z } from 'zod';
import { type Package, packageName } from '../../core/package.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import type { Receipt } from '../../platform/http/validators.ts';
import { failureOf } from '../failure-of.ts';
import { recall, toReceipt } from '../memory.ts';
import type { LookUp, World } from '../source.ts';

/**
 * What Packagist’s list of changes tells of the packages of one run. Each package remembers for itself how far the list was
 * followed, so that one whose reading failed is named again to it, though the others have gone on.
 */
export interface ChangeFeed {
  /** Whether the package was not changed since it was last read. */
  readonly isQuiet: (pkg: Package) => boolean;
  /** For `validators.remember`, when what the package is like now was persisted. */
  readonly receipts: (lookUp: LookUp) => readonly Receipt[];
}

// The list counts ten-thousandths of a second.
const SECOND = 10_000;
// Files follow the list with a delay: the last minutes are heard twice. https://packagist.org/apidoc#track-package-updates
const OVERLAP = 10 * 60 * SECOND;
// The list goes back a day. A package that fails for longer must not keep the others from it: it is asked for by itself.
const MOST_LAG = 12 * 3600 * SECOND;

const Action = z.object({ type: z.string(), package: z.string(), time: z.number() });
const Reply = z.object({ actions: z.array(z.unknown()).optional(), timestamp: z.int().positive() });

/** Asks for the list once, for all packages; where it fails, each package is asked for by itself. */
export async function readChangeFeed(lookUps: readonly LookUp[], world: World): Promise<ChangeFeed> {
  const cursors = await readCursors(lookUps, world);
  const since = oldest(cursors);
  const reply = lookUps.length === 0 ? undefined : await readReply(world, since);
  const named = new Map<string, number>();
  let isWhole = reply?.actions !== undefined && since !== undefined && reply.timestamp >= since;
  for (const element of reply?.actions ?? []) {
    const { data: action } = Action.safeParse(element);
    if (action === undefined || action.type === 'resync') isWhole = false;
    else named.set(action.package.toLowerCase(), action.time);
  }
  return {
    isQuiet: (pkg) => {
      const cursor = cursors.get(pkg.purl);
      if (!isWhole || since === undefined || cursor === undefined || cursor < since) return false;
      const changedAt = named.get(packageName(pkg).toLowerCase());
      return changedAt === undefined || (changedAt + 1) * SECOND <= cursor;
    },
    receipts: ({ package: pkg, since: from }) => {
      if (reply === undefined) return [];
      return [toReceipt(keyOf(pkg), from, { cursor: String(Math.max(1, reply.timestamp - OVERLAP)) })];
    },
  };
}

function keyOf({ purl }: Package): string {
  return `composer changes ${purl}`;
}

async function readCursors(lookUps: readonly LookUp[], { validators }: World): Promise<Map<string, number>> {
  const cursors = new Map<string, number>();
  for (const { package: pkg, since, fresh } of lookUps) {
    const cursor = fresh ? undefined : (await recall(validators, keyOf(pkg), since))?.['cursor'];
    if (cursor !== undefined && /^\d{1,15}$/.test(cursor)) cursors.set(pkg.purl, Number(cursor));
  }
  return cursors;
}

/** The cursor to ask from: the oldest that is not far behind the newest. */
function oldest(cursors: ReadonlyMap<string, number>): number | undefined {
  const sorted = [...cursors.values()].sort((a, b) => a - b);
  const newest = sorted.at(-1) ?? 0;
  return sorted.find((cursor) => cursor >= newest - MOST_LAG);
}

// Asked from nowhere, it answers 400 and tells where the list ends now.
async function readReply({ http, mirrors }: World, since: number | undefined) {
  const url = `${mirrors('https://packagist.org')}/metadata/changes.json`;
  const query = since === undefined ? '' : `?since=${since}`;
  try {
    const request = { expect: ['application/json'], statuses: since === undefined ? [400] : [] };
    const { body } = await http.request(`${url}${query}`, request);
    return Reply.safeParse(parseJson(body, 'the changes of Packagist')).data;
  } catch (error) {
    failureOf(error);
    return undefined;
  }
}
