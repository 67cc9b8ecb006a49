import { Worker } from 'node:worker_threads';
import { createDeadline } from './deadline.ts';
import type { Limits } from './limits.ts';
import type { RenderJob, RenderReply } from './render-job.ts';

/** A document on its way, and where its answer goes. */
export interface RenderTask {
  readonly job: RenderJob;
  readonly resolve: (reply: RenderReply) => void;
  readonly reject: (error: Error) => void;
}

/** Why a worker is gone, and what it leaves. */
export interface ThreadEnd {
  readonly problem: string;
  readonly cause: unknown;
  /** Whether it ever came to life. */
  readonly wasReady: boolean;
  /** The documents that it has not answered, as far as is known. */
  readonly tasks: readonly RenderTask[];
}

export interface ThreadOptions {
  /** Absolute path of the script. It posts `ready`, then answers each job in the order in which they came. */
  readonly script: string;
  readonly limits: Pick<Limits, 'milliseconds' | 'megabytes'>;
  readonly onAnswer: () => void;
  readonly onEnd: (end: ThreadEnd) => void;
}

/** One worker. It ends at the first document that breaks a limit. */
export interface RenderThread {
  /** Documents that it has yet to answer. */
  readonly load: () => number;
  readonly send: (task: RenderTask) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a worker. It does not keep the process alive while it is idle, and sees nothing of the environment. */
export function startThread({ script, limits, onAnswer, onEnd }: ThreadOptions): RenderThread {
  const worker = new Worker(script, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const late = () => end(`took longer than ${limits.milliseconds} ms`);
  const deadline = createDeadline(limits.milliseconds, () => timeSpent(worker), late);
  const tasks: RenderTask[] = [];
  let isReady = false;
  let hasEnded = false;

  async function end(problem: string, cause?: unknown): Promise<void> {
    if (hasEnded) return;
    hasEnded = true;
    deadline.stop();
    onEnd({ problem, cause, wasReady: isReady, tasks: tasks.splice(0) });
    await worker.terminate();
  }

  function send(task: RenderTask): void {
    tasks.push(task);
    if (isReady) worker.postMessage(task.job);
    if (tasks.length > 1) return;
    worker.ref();
    if (isReady) deadline.restart();
  }

  function receive(reply: RenderReply): void {
    if (isReady) tasks.shift()?.resolve(reply);
    // The first message says that it is ready. No job is sent before: its error could overtake this message, and then a
    // document that struck the worker down would look like a worker that cannot be started.
    else for (const { job } of tasks) worker.postMessage(job);
    isReady = true;
    deadline.stop();
    if (tasks.length > 0) deadline.restart();
    else worker.unref();
    onAnswer();
  }

  worker.on('message', receive);
  worker.on('error', (error) => end(messageOf(error), error));
  worker.on('exit', (code) => end(`the worker left with code ${code}`));
  return { load: () => tasks.length, send, stop: () => end('the renderer was closed') };
}

/** Computing time in milliseconds. A Node before 24.6 cannot tell: https://nodejs.org/api/worker_threads.html#workercpuusageprev */
async function timeSpent(worker: Worker): Promise<number | undefined> {
  if (!('cpuUsage' in worker)) return undefined;
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1_000;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
