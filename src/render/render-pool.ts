import { ConfigError } from '../platform/errors.ts';
import type { Limits } from './limits.ts';
import type { RenderJob, RenderReply } from './render-job.ts';
import { type RenderTask, type RenderThread, startThread, type ThreadEnd } from './render-thread.ts';

// Enough that a worker never waits for the next, few enough that little is sent again when one is ended.
const MOST_IN_FLIGHT = 8;

export interface PoolOptions {
  /** Absolute path of the worker's script. */
  readonly script: string;
  /** How many workers at most; they are started when there is something to do. */
  readonly size: number;
  readonly limits: Pick<Limits, 'milliseconds' | 'megabytes'>;
}

/** Workers that share a queue. One that breaks its limits is replaced; only the document that did it is told. */
export interface RenderPool {
  /** @throws ConfigError if no worker can be started, or the pool is closed */
  readonly run: (job: RenderJob) => Promise<RenderReply>;
  /** Ends the workers; what they have not answered is rejected. */
  readonly close: () => Promise<void>;
}

/** A pool without workers yet. */
export function createRenderPool({ script, size, limits }: PoolOptions): RenderPool {
  const queue = new Set<RenderTask>();
  const threads = new Set<RenderThread>();
  // Documents that were on their way when a worker was struck down, and the workers that have one of them.
  const suspects = new WeakSet<RenderTask>();
  const occupied = new WeakSet<RenderThread>();
  let isClosed = false;

  function dispatch(): void {
    for (const task of queue) {
      const isSuspect = suspects.has(task);
      const thread = pickThread(isSuspect ? 1 : MOST_IN_FLIGHT);
      if (thread === undefined) return;
      queue.delete(task);
      if (isSuspect) occupied.add(thread);
      else occupied.delete(thread);
      thread.send(task);
    }
  }

  function pickThread(most: number): RenderThread | undefined {
    const [idlest] = [...threads].sort((a, b) => loadOf(a) - loadOf(b));
    if (idlest === undefined || (idlest.load() > 0 && threads.size < size)) return addThread();
    return loadOf(idlest) < most ? idlest : undefined;
  }

  function loadOf(thread: RenderThread): number {
    const load = thread.load();
    return load > 0 && occupied.has(thread) ? MOST_IN_FLIGHT : load;
  }

  function addThread(): RenderThread {
    const thread = startThread({ script, limits, onAnswer: dispatch, onEnd: (end) => replace(thread, end) });
    threads.add(thread);
    return thread;
  }

  function replace(thread: RenderThread, { problem, cause, wasReady, tasks }: ThreadEnd): void {
    threads.delete(thread);
    if (isClosed) fail(tasks, closedError());
    else if (!wasReady) fail([...tasks, ...queue], startError(script, cause));
    else goOn(tasks, problem);
  }

  // A worker's end can overtake the answers that it gave before. Whose end it was shows when each is tried alone.
  function goOn(tasks: readonly RenderTask[], problem: string): void {
    const [only, ...others] = tasks;
    if (others.length === 0) only?.resolve({ problem });
    for (const task of others.length === 0 ? [] : tasks) {
      suspects.add(task);
      queue.add(task);
    }
    dispatch();
  }

  function fail(tasks: readonly RenderTask[], error: Error): void {
    for (const task of tasks) {
      queue.delete(task);
      task.reject(error);
    }
  }

  function run(job: RenderJob): Promise<RenderReply> {
    if (isClosed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      queue.add({ job, resolve, reject });
      dispatch();
    });
  }

  async function close(): Promise<void> {
    isClosed = true;
    fail([...queue], closedError());
    await Promise.all([...threads].map((thread) => thread.stop()));
  }

  return { run, close };
}

function startError(script: string, cause: unknown): ConfigError {
  const remedy = 'Give createRenderer the root of the project, and see the cause';
  return new ConfigError(`render: no worker can be started from ${script}`, { cause, remedy });
}

function closedError(): ConfigError {
  return new ConfigError('render: the renderer is closed', { remedy: 'Close it after the last document' });
}
