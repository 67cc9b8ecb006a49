import { Worker } from 'node:worker_threads';
import { primeMarks, type Site } from '../site.ts';
import type { ShellPages } from './page-shells.ts';
import type { ProjectAnswer, ProjectJob } from './project-job.ts';
import type { ProjectWriter } from './project-writer.ts';
import type { ProjectPaths } from './write-projects.ts';

/** Writes the files of projects in threads, while this one renders the pages. */
export function writeInThreads(
  module: string,
  { byId }: Pick<Site, 'byId'>,
  jobs: readonly ProjectJob[],
): ProjectWriter {
  const started = jobs.map((job) => startThread(module, job, byId));

  async function known(): Promise<void> {
    await Promise.all(started.map((thread) => thread.known()));
  }

  function begin(shells: ShellPages): () => Promise<ProjectPaths> {
    for (const { send } of started) send(shells);
    return async () => {
      const written = await Promise.all(started.map((thread) => thread.written()));
      return new Map(written.flatMap((paths) => [...paths]));
    };
  }

  async function stop(): Promise<void> {
    await Promise.all(started.map((thread) => thread.stop()));
  }

  return { known, begin, stop };
}

interface Thread {
  /** The marks of its entries are known. */
  readonly known: () => Promise<void>;
  readonly send: (shells: ShellPages) => void;
  readonly written: () => Promise<ProjectPaths>;
  readonly stop: () => Promise<unknown>;
}

function startThread(module: string, job: ProjectJob, byId: Site['byId']): Thread {
  const marks = Promise.withResolvers<void>();
  const paths = Promise.withResolvers<ProjectPaths>();
  const worker = new Worker(module, { workerData: job });

  function hear(answer: ProjectAnswer): void {
    if ('marks' in answer) {
      const ids = job.parts.flatMap((part) => part.ids);
      for (const [index, id] of ids.entries()) {
        primeMarks(byId.get(id)?.entries ?? [], answer.marks[index] ?? '');
      }
      marks.resolve();
    } else {
      paths.resolve(answer.paths);
    }
  }

  function fail(error: Error): void {
    marks.reject(error);
    paths.reject(error);
  }

  // What fails is thrown to whoever waits for it; nobody may.
  for (const { promise } of [marks, paths]) promise.catch(() => {});
  worker.on('message', hear);
  worker.on('error', fail);
  worker.on('exit', (code) =>
    fail(new Error(`projects: the thread that writes them left with code ${code}`)),
  );
  return {
    known: () => marks.promise,
    send: (shells) => worker.postMessage(shells),
    written: () => paths.promise,
    stop: () => worker.terminate(),
  };
}
