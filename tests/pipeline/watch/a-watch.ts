import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { AdviseReport } from '../../../src/pipeline/advise/advise-report.ts';
import type { FetchReport } from '../../../src/pipeline/fetch.ts';
import { openAttempts } from '../../../src/pipeline/watch/attempts.ts';
import type { Followed } from '../../../src/pipeline/watch/followed.ts';
import { type Watching, watch } from '../../../src/pipeline/watch/watch.ts';
import { aFolder } from '../../build-release.ts';
import { aFollowed, aReport, NOW } from './a-package.ts';

/** What happens to a loop while it runs; times are minutes since it began. */
export interface Happening {
  readonly minutes: number;
  readonly every?: number;
  readonly followed?: (minute: number) => readonly Followed[];
  readonly fetch?: (minute: number, purls: readonly string[]) => Promise<FetchReport>;
  /** The minutes that a fetch takes. */
  readonly takes?: (minute: number) => number;
  readonly advise?: (minute: number) => Promise<AdviseReport>;
  readonly build?: (minute: number) => Promise<string | undefined>;
  readonly bringForward?: (commit: string) => Promise<boolean>;
  /** By how many minutes the clock has moved while the loop waited. */
  readonly jump?: (minute: number) => number;
  /** What happens when the loop has been stopped, and four seconds are over. */
  readonly grace?: Promise<void>;
  readonly stop?: AbortController;
}

/** What a loop did. */
export interface Done {
  /** The minutes at which it asked, and whom. */
  readonly asked: readonly (readonly [number, readonly string[]])[];
  /** Of each round, whether it was to write nothing without a network. */
  readonly guarded: readonly boolean[];
  readonly builds: readonly number[];
  readonly told: readonly string[];
}

/** Runs the loop in a world without waiting, until its time is over or somebody stops it. */
export async function aWatch(t: TestContext, happening: Happening): Promise<Done> {
  const { minutes, every = 60, stop = new AbortController() } = happening;
  const begin = Date.parse(NOW);
  let time = begin;
  const minute = () => Math.round((time - begin) / 60_000);
  const asked: [number, readonly string[]][] = [];
  const builds: number[] = [];
  const told: string[] = [];
  const guarded: boolean[] = [];
  const { followed = () => [fresh('a')], bringForward, advise } = happening;
  const watching: Watching = {
    every,
    clock: () => time,
    async sleep(ms, signal) {
      if (signal === undefined) return happening.grace;
      time += ms + (happening.jump?.(minute()) ?? 0) * 60_000;
      if (minute() >= minutes) stop.abort();
    },
    tell: (line) => void told.push(line),
    attempts: await openAttempts(join(await aFolder(t), 'watch.json')),
    look: async () => followed(minute()),
    async fetch(only, unlessOffline) {
      asked.push([minute(), [...only]]);
      guarded.push(unlessOffline);
      const report = (await happening.fetch?.(minute(), [...only])) ?? aReport();
      time += (happening.takes?.(minute()) ?? 0) * 60_000;
      return report;
    },
    ...(advise && { advise: () => advise(minute()) }),
    async build() {
      builds.push(minute());
      return happening.build?.(minute());
    },
    ...(bringForward && { bringForward }),
  };
  await watch(watching, stop.signal);
  return { asked, guarded, builds, told };
}

/** A package that is asked in every round. */
export function fresh(name: string): Followed {
  return aFollowed(name, { newestAt: NOW });
}
