import { z } from 'zod';
import { Instant } from '../../core/instant.ts';
import { readFileIfThere, writeFileQuick } from '../../platform/files.ts';
import { parseIfJson } from '../../platform/parse-if-json.ts';
import type { FetchReport } from '../fetch.ts';
import type { Followed } from './followed.ts';

/** What rounds remember of earlier ones. Volatile: without it everything is due. */
export interface Attempts {
  readonly askedAt: (purl: string) => Instant | undefined;
  /** Failures in a row; undefined if it was not asked since this process began. */
  readonly failures: (purl: string) => number | undefined;
  /** Before which moment a host does not want to be asked. */
  readonly pausedUntil: (host: string) => Instant | undefined;
  /** Takes note of a round. */
  readonly note: (asked: readonly Followed[], report: FetchReport, at: Instant) => Promise<void>;
}

const File = z.strictObject({ format: z.literal(1), asked: z.record(z.string(), Instant) });

/** Reads what an earlier process left in a file of the cache; a file that cannot be read is none. */
export async function openAttempts(file: string): Promise<Attempts> {
  const stored = File.safeParse(parseIfJson((await readFileIfThere(file)) ?? ''));
  const asked = new Map(Object.entries(stored.data?.asked ?? {}));
  const failures = new Map<string, number>();
  const paused = new Map<string, Instant>();
  return {
    askedAt: (purl) => asked.get(purl),
    failures: (purl) => failures.get(purl),
    pausedUntil: (host) => paused.get(host),
    async note(packages, report, at) {
      const failed = new Map(report.failures.map((failure) => [failure.package, failure]));
      for (const {
        purl,
        asked: { host },
      } of packages) {
        const failure = failed.get(purl);
        const isFailing = failure !== undefined && failure.kind !== 'incomplete';
        asked.set(purl, at);
        failures.set(purl, isFailing ? (failures.get(purl) ?? 0) + 1 : 0);
        if (failure?.retryAt !== undefined) paused.set(host, failure.retryAt);
      }
      await writeFileQuick(file, `${JSON.stringify({ format: 1, asked: Object.fromEntries(asked) })}\n`);
    },
  };
}
