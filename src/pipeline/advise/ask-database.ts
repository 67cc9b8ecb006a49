import type { Advisory, Affected } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import type { Asked } from '../../enrich/advisories/asked.ts';
import type { AdvisoryDatabase, Found, Listed } from '../../enrich/advisories/database.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import type { AdviseFailure, AnsweredRecord } from './answers.ts';

/** What one database said. */
export interface Said {
  readonly records: readonly AnsweredRecord[];
  readonly failures: readonly AdviseFailure[];
  /** All ids that it lists. */
  readonly ids: ReadonlySet<string>;
  readonly listed: number;
  readonly dropped: number;
}

const AT_ONCE = 8;

/**
 * Asks a database which records there are, and reads those that are new or were changed. What it no longer lists is read by its id:
 * only the record itself can say that it was withdrawn. One that cannot be read whole takes the place of none that is held.
 * @param held the records that we hold of this database
 * @param skip ids that are another database's
 */
export async function askDatabase(
  database: AdvisoryDatabase,
  asked: readonly Asked[],
  held: ReadonlyMap<string, Advisory>,
  skip: ReadonlySet<string> = new Set(),
): Promise<Said> {
  const lists = await database.list(asked);
  const failures: AdviseFailure[] = [];
  const ids = new Set<string>();
  let dropped = 0;
  for (const [purl, list] of lists) {
    if (list.status === 'failed') failures.push(toFailure(purl, database.title, list.error));
    else {
      dropped += list.dropped;
      for (const id of list.records.keys()) ids.add(id);
    }
  }
  const wanted = [...wantedIds(lists, held)].filter((id) => !skip.has(id)).sort(compareText);
  const records: AnsweredRecord[] = [];
  for await (const [id, found] of inParallel(
    wanted,
    AT_ONCE,
    async (one) => [one, await database.read(one)] as const,
  )) {
    if (found.status === 'failed') {
      failures.push(toFailure(id, database.title, found.error));
      continue;
    }
    if (found.status === 'found') dropped += found.dropped;
    if (isPoorer(found, held.get(id))) {
      failures.push({
        subject: id,
        database: database.title,
        problem: 'a part of its new text cannot be read',
      });
      continue;
    }
    const record = found.status === 'found' ? found.record : undefined;
    records.push({ id, before: held.get(id)?.modified, record });
  }
  return {
    records: records.sort((a, b) => compareText(a.id, b.id)),
    failures: failures.sort((a, b) => compareText(a.subject, b.subject)),
    ids,
    listed: [...lists.values()].filter(({ status }) => status === 'listed').length,
    dropped,
  };
}

function wantedIds(lists: ReadonlyMap<string, Listed>, held: ReadonlyMap<string, Advisory>): Set<string> {
  const wanted = new Set<string>();
  for (const [purl, list] of lists) {
    if (list.status === 'failed') continue;
    for (const [id, modified] of list.records) {
      const known = held.get(id);
      if (known?.modified !== modified || !known.affected.some(isAbout(purl))) wanted.add(id);
    }
    for (const { id, withdrawn, affected } of held.values()) {
      const isMissed = withdrawn === undefined && !list.records.has(id) && affected.some(isAbout(purl));
      if (isMissed) wanted.add(id);
    }
  }
  return wanted;
}

// A part that cannot be read was not taken back. What was withdrawn says nothing by its parts, and what did not move is only read for
// more packages.
function isPoorer(found: Found, held: Advisory | undefined): boolean {
  if (found.status !== 'found' || found.dropped === 0 || held === undefined) return false;
  return found.record.withdrawn === undefined && found.record.modified !== held.modified;
}

function isAbout(purl: string): (affected: Affected) => boolean {
  return (affected) => affected.package === purl;
}

/** A failure as it is told and handed over. */
export function toFailure(
  subject: string,
  database: string,
  { message, remedy }: { readonly message: string; readonly remedy: string | undefined },
): AdviseFailure {
  return { subject, database, problem: message, ...(remedy !== undefined && { remedy }) };
}
