import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { closeRenderer, loadPart, type ProjectView, type Site, type SitePart } from '../site.ts';
import { putInto } from './kept/put-file.ts';
import { knowMarks } from './know-marks.ts';
import { readShells, type ShellPages } from './page-shells.ts';
import type { ProjectAnswer, ProjectJob } from './project-job.ts';
import { toPass } from './project-outputs.ts';
import { renderAhead } from './render-ahead.ts';
import { startStepTimes } from './step-times.ts';
import { writeProjects } from './write-projects.ts';

// The thread of src/outputs/project-threads.ts: it reads its parts of data/ itself, since what is read of it cannot be sent.
if (parentPort !== null) await work(parentPort, workerData);

async function work(port: MessagePort, { parts, target, meanings }: ProjectJob): Promise<void> {
  const say = (answer: ProjectAnswer) => port.postMessage(answer);
  const shellsSent = once(port, 'message');
  const marks: string[] = [];
  let last: Part | undefined;
  for (const part of parts) {
    last = await load(part);
    marks.push(...(await knowMarks(last.views, meanings)));
  }
  say({ marks });
  const [shells]: ShellPages[] = await shellsSent;
  if (shells === undefined) return;
  const paths = new Map<string, Set<string>>();
  // What was read last is still there.
  for (const part of parts.toReversed()) {
    const { site, views } = last ?? (await load(part));
    last = undefined;
    const pass = toPass(site, target, readShells(shells));
    const notes = renderAhead(views);
    const writing = { pass, meanings, notes, put: putInto(target.folder), times: startStepTimes() };
    for (const [id, written] of await writeProjects(views, writing)) paths.set(id, written);
  }
  await closeRenderer();
  say({ paths });
}

interface Part {
  readonly site: Site;
  readonly views: readonly ProjectView[];
}

async function load(part: SitePart): Promise<Part> {
  const site = await loadPart(part);
  return { site, views: part.ids.flatMap((id) => site.byId.get(id) ?? []) };
}
