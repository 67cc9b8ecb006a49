import { parentPort } from 'node:worker_threads';
import type { RenderJob, RenderReply } from './render-job.ts';
import { renderNotes } from './render-notes.ts';

parentPort?.on('message', (job: RenderJob) => parentPort?.postMessage(answer(job)));
// Only now does the clock of the first document start.
parentPort?.postMessage('ready');

function answer({ notes, context, limits }: RenderJob): RenderReply {
  try {
    return { html: renderNotes(notes, context, limits) };
  } catch (error) {
    // marked adds a request to report its bugs.
    return { problem: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) };
  }
}
