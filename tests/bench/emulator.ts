import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** The upstreams in their own process. */
export interface Emulator {
  readonly origin: string;
  /** `host:port` */
  readonly host: string;
  /** Requests by kind since the last time. */
  readonly count: () => Promise<Readonly<Record<string, number>>>;
  /** Lets the next probe fail with 502. */
  readonly failOnce: () => void;
  readonly close: () => void;
}

const Started = z.object({ origin: z.string(), host: z.string() });
const Counted = z.object({ counts: z.record(z.string(), z.number()) });

/** Starts GitHub and npm with so many packages each. */
export async function startEmulator(packages: number, latencyMs: number): Promise<Emulator> {
  const script = join(import.meta.dirname, 'serve-upstreams.ts');
  const child = fork(script, [String(packages), String(latencyMs)]);
  const answer = async () => (await once(child, 'message'))[0];
  const { origin, host } = Started.parse(await answer());
  return {
    origin,
    host,
    async count() {
      child.send('count');
      return Counted.parse(await answer()).counts;
    },
    failOnce: () => void child.send('fail'),
    close: () => child.disconnect(),
  };
}
