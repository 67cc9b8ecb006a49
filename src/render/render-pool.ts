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

/** Workers that share a queue. One that breaks its limits is replaced; only the document at its turn is told. */
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
  let isClosed = false;

  function dispatch(): void {
    for (const task of queue) {
      const thread = pickThread();
      if (thread === undefined) return;
      queue.delete(task);
      thread.send(task);
    }
  }

  function pickThread(): RenderThread | undefined {
    const [idlest] = [...threads].sort((a, b) => a.load() - b.load());
    if (idlest === undefined || (idlest.load() > 0 && threads.size < size)) return addThread();
    return idlest.load() < MOST_IN_FLIGHT ? idlest : undefined;
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

  function goOn([current, ...waiting]: readonly RenderTask[], problem: string): void {
    current?.resolve({ problem });
    for (const task of waiting) queue.add(task);
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
