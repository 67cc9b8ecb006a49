import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { closeRenderer, loadPart } from '../site.ts';
import { putInto } from './kept/put-file.ts';
import { knowMarks } from './know-marks.ts';
import { readShells, type ShellPages } from './page-shells.ts';
import type { ProjectAnswer, ProjectJob } from './project-job.ts';
import { toPass } from './project-outputs.ts';
import { renderAhead } from './render-ahead.ts';
import { startStepTimes } from './step-times.ts';
import { writeProjects } from './write-projects.ts';

// The thread of src/outputs/project-threads.ts: it reads its part of data/ itself, since what is read of it cannot be sent.
if (parentPort !== null) await work(parentPort, workerData);

async function work(port: MessagePort, { part, target, meanings }: ProjectJob): Promise<void> {
  const say = (answer: ProjectAnswer) => port.postMessage(answer);
  const shellsSent = once(port, 'message');
  const site = await loadPart(part);
  const views = part.ids.flatMap((id) => site.byId.get(id) ?? []);
  const notes = renderAhead(views);
  say({ marks: await knowMarks(views, meanings) });
  const [shells]: ShellPages[] = await shellsSent;
  if (shells === undefined) return;
  const pass = toPass(site, target, readShells(shells));
  const put = putInto(target.folder);
  const paths = await writeProjects(views, { pass, meanings, notes, put, times: startStepTimes() });
  await closeRenderer();
  say({ paths: [...paths.values()].map((ofProject) => [...ofProject]) });
}
