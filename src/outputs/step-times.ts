import { startStopwatch } from '../platform/stopwatch.ts';

/** Seconds by what they were spent on, in the order in which it began. */
export interface StepTimes {
  /** Does a piece of work, and adds its time to those of the same name. */
  readonly during: <Result>(name: string, work: () => Promise<Result> | Result) => Promise<Result>;
  readonly add: (name: string, seconds: number) => void;
  /** `reading 0.41 s, Astro 3.20 s` */
  readonly inWords: () => string;
}

export function startStepTimes(): StepTimes {
  const spent = new Map<string, number>();
  const add = (name: string, seconds: number) => {
    spent.set(name, (spent.get(name) ?? 0) + seconds);
  };
  return {
    add,
    during: async (name, work) => {
      const seconds = startStopwatch();
      const result = await work();
      add(name, seconds());
      return result;
    },
    inWords: () => [...spent].map(([name, seconds]) => `${name} ${seconds.toFixed(2)} s`).join(', '),
  };
}
