import { Worker } from 'node:worker_threads';
import { type ProjectView, primeMarks } from '../site.ts';
import type { ShellPages } from './page-shells.ts';
import type { BuildPlan } from './plan-build.ts';
import type { ProjectAnswer, ProjectJob } from './project-job.ts';
import type { ProjectWriter } from './project-writer.ts';
import { shareOut } from './share-out.ts';
import type { ProjectPaths } from './write-projects.ts';

/** Writes the files of projects in threads, while this one renders the pages. */
export function writeInThreads(
  module: string,
  { fresh, site: { asOf }, target, meanings }: Pick<BuildPlan, 'fresh' | 'site' | 'target' | 'meanings'>,
  threads: number,
): ProjectWriter {
  const started = shareOut(fresh, ({ entries }) => entries.length, threads).map((share) =>
    startThread(module, share, {
      part: { ids: share.map(({ project }) => project.id), asOf },
      target,
      meanings,
    }),
  );

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

function startThread(module: string, views: readonly ProjectView[], job: ProjectJob): Thread {
  const marks = Promise.withResolvers<void>();
  const paths = Promise.withResolvers<ProjectPaths>();
  const worker = new Worker(module, { workerData: job });

  function hear(answer: ProjectAnswer): void {
    if ('marks' in answer) {
      for (const [index, { entries }] of views.entries()) primeMarks(entries, answer.marks[index] ?? '');
      marks.resolve();
    } else {
      paths.resolve(new Map(job.part.ids.map((id, index) => [id, new Set(answer.paths[index])])));
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
