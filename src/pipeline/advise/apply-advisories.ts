import type { Advisory } from '../../core/advisory.ts';
import { compareText } from '../../core/compare-text.ts';
import { bandOf } from '../../enrich/advisories/epss.ts';
import { readAdvisories, writeAdvisory } from '../../store/advisories.ts';
import type { AdviseAnswers } from './answers.ts';

/** What a data folder became of answers. */
export interface AppliedAdvisories {
  /** Below data/. */
  readonly paths: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Records that are held and that their database knows no longer. They stay. */
  readonly gone: readonly string[];
  /** Records that another writer had changed meanwhile. */
  readonly superseded: readonly string[];
}

/** Writes what the databases said. Nothing is removed, and the same answers applied again change no byte. */
export async function applyAdvisories(
  data: string,
  { records, rates }: Pick<AdviseAnswers, 'records' | 'rates'>,
): Promise<AppliedAdvisories> {
  const held = new Map((await readAdvisories(data)).map((record) => [record.id, record]));
  const next = new Map<string, Advisory>();
  const gone: string[] = [];
  const superseded: string[] = [];
  for (const { id, before, record } of records) {
    const current = held.get(id);
    if (current?.modified !== before) {
      if (current?.modified !== record?.modified) superseded.push(id);
    } else if (record === undefined) {
      if (current !== undefined) gone.push(id);
      // What names none of our packages is none of our business, unless it did before.
    } else if (current !== undefined || record.affected.length > 0) {
      next.set(id, withBand(record, current?.epss));
    }
  }
  for (const { id, probability } of rates) {
    const record = next.get(id) ?? held.get(id);
    if (record === undefined) continue;
    const band = bandOf(probability, record.epss);
    if (band !== record.epss) next.set(id, withBand(record, band));
  }
  return { ...(await writeAll(data, next, held)), gone, superseded };
}

function withBand({ epss: _, ...record }: Advisory, band: Advisory['epss']): Advisory {
  return band === undefined ? record : { ...record, epss: band };
}

async function writeAll(
  data: string,
  next: ReadonlyMap<string, Advisory>,
  held: ReadonlyMap<string, Advisory>,
) {
  const paths: string[] = [];
  const added: string[] = [];
  const changed: string[] = [];
  for (const [id, record] of [...next].sort(([a], [b]) => compareText(a, b))) {
    const written = await writeAdvisory(data, record);
    paths.push(...written);
    if (written.length > 0) (held.has(id) ? changed : added).push(id);
  }
  return { paths, added, changed };
}
