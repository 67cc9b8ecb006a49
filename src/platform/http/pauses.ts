import pLimit from 'p-limit';
import { z } from 'zod';
import { readFileIfThere, writeFileQuick } from '../files.ts';
import { parseIfJson } from '../parse-if-json.ts';

/** Until when a host wants to be left alone. */
const Pause = z.strictObject({
  /** Milliseconds since 1970. */
  until: z.int().nonnegative(),
  /** What it answered. */
  status: z.int(),
  /** How many times in a row it did not say until when: each wait is twice as long as the one before. */
  untold: z.int().nonnegative(),
});
export type Pause = z.infer<typeof Pause>;

/** What hosts asked for, from one run to the next. Disposable: without it, a host is asked earlier than it wished. */
export interface Pauses {
  of(host: string): Pause | undefined;
  /** Undefined once the host answers again. */
  remember(host: string, pause: Pause | undefined): Promise<void>;
}

// A host that names a year by mistake must not be silent for a year.
const LONGEST_MS = 31 * 86_400_000;

/** @param path such as .cache/http/pauses.json */
export async function openPauses(path: string, now: () => number = Date.now): Promise<Pauses> {
  const stored = z.record(z.string(), Pause).safeParse(parseIfJson((await readFileIfThere(path)) ?? ''));
  const pauses = new Map(Object.entries(stored.data ?? {}));
  // One after another, so that the last word is the one that stays.
  const inTurn = pLimit(1);
  return {
    of: (host) => pauses.get(host),
    async remember(host, pause) {
      if (pause === undefined) pauses.delete(host);
      else pauses.set(host, { ...pause, until: Math.min(pause.until, now() + LONGEST_MS) });
      await inTurn(() => writeFileQuick(path, `${JSON.stringify(Object.fromEntries(pauses))}\n`));
    },
  };
}

/** Of a client that lives for one run only. */
export const NO_PAUSES: Pauses = { of: () => undefined, remember: async () => {} };
