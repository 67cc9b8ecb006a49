import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ReleaseFile, ReleaseShard } from '../../src/core/package-record.ts';
import { itemsOf } from '../../src/core/summary.ts';
import { readableNotes } from '../../src/derive/summaries/readable-notes.ts';
import type { Answer } from '../../src/enrich/summaries/model.ts';
import { makeSummary } from '../../src/pipeline/summarize/make-summary.ts';
import { listFiles, readFileIfThere } from '../../src/platform/files.ts';
import { ROOT } from '../../src/platform/root.ts';

/** Notes to be summed up, and by what they are known. */
export interface Sample {
  readonly name: string;
  readonly notes: string;
}

const LEAST = 400;
const MOST = 8000;

/**
 * So many notes of data/, always the same ones: those whose hash comes first. What a fork does not hold, another one has in its place.
 */
export async function sampleNotes(count: number): Promise<readonly Sample[]> {
  const folder = join(ROOT, 'data', 'releases');
  const samples = new Map<string, Sample>();
  for (const path of await listFiles(folder)) {
    const json: unknown = JSON.parse((await readFileIfThere(join(folder, path))) ?? '');
    const file = ReleaseFile.safeParse(json).data ?? ReleaseShard.parse(json);
    for (const { version, notes } of file.releases) {
      const text = (notes ?? []).join('\n');
      const { length } = readableNotes(text);
      if (length < LEAST || length > MOST) continue;
      samples.set(createHash('sha256').update(text).digest('hex'), {
        name: `${file.package} ${version}`,
        notes: text,
      });
    }
  }
  const sorted = [...samples].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.slice(0, count).map(([, sample]) => sample);
}

/** What became of the answers about some notes. */
export interface Tally {
  answers: number;
  failed: number;
  refused: number;
  items: number;
  kept: number;
  verbatim: number;
  charactersIn: number;
  charactersOut: number;
  readonly reasons: Map<string, number>;
}

export function emptyTally(): Tally {
  const counts = { answers: 0, failed: 0, refused: 0, items: 0, kept: 0, verbatim: 0 };
  return { ...counts, charactersIn: 0, charactersOut: 0, reasons: new Map() };
}

/** Counts what of an answer is believed. */
export function count(tally: Tally, { notes }: Sample, answer: Answer): void {
  if (answer.status !== 'said') {
    tally.failed += 1;
    return;
  }
  const origin = { version: '1', notes, hash: `sha256:${'0'.repeat(64)}` };
  const { summary, verified } = makeSummary(origin, 'bench', answer.reply);
  const items = itemsOf(summary);
  const squeezed = notes.normalize('NFC').replace(/\s+/g, ' ');
  const reasons = verified.dropped.map(({ reason }): string => reason);
  tally.answers += 1;
  tally.refused += Number(verified.isRefused);
  tally.kept += items.length;
  tally.items += items.length + (summary.dropped ?? 0);
  tally.verbatim += items.filter(([, { quote }]) => squeezed.includes(quote)).length;
  tally.charactersIn += readableNotes(notes).length;
  tally.charactersOut += items.reduce((sum, [, { text }]) => sum + text.length, 0);
  for (const reason of [...reasons, ...Array(answer.reply.malformed).fill('no form')]) {
    tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
  }
}
