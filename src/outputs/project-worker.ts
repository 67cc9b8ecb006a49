import { once } from 'node:events';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ROOT } from '../platform/root.ts';
import { closeRenderer, keptMeanings, loadSite, marksText } from '../site.ts';
import { putInto } from './kept/put-file.ts';
import { readShells, type ShellPages } from './page-shells.ts';
import type { ProjectAnswer, ProjectJob } from './project-job.ts';
import { toPass } from './project-outputs.ts';
import { renderAhead } from './render-ahead.ts';
import { startStepTimes } from './step-times.ts';
import { writeProjects } from './write-projects.ts';

const MEANINGS = join(ROOT, '.cache/meanings');

// The thread of src/outputs/project-threads.ts: it reads data/ itself, since what is read of it cannot be sent.
if (parentPort !== null) await work(parentPort, workerData);

async function work(port: MessagePort, { ids, target, code }: ProjectJob): Promise<void> {
  const say = (answer: ProjectAnswer) => port.postMessage(answer);
  const shellsSent = once(port, 'message');
  const site = await loadSite();
  const views = ids.flatMap((id) => site.byId.get(id) ?? []);
  const notes = renderAhead(views);
  const meanings = views.map(({ project, entries }) => keptMeanings(MEANINGS, code, project.id, entries));
  await Promise.all(meanings.map(({ take }) => take()));
  say({ marks: views.map(({ entries }) => marksText(entries)) });
  const [shells]: ShellPages[] = await shellsSent;
  if (shells === undefined) return;
  const pass = toPass(site, target, readShells(shells));
  const put = putInto(target.folder);
  const paths = await writeProjects(views, { pass, notes, put, times: startStepTimes() });
  await Promise.all(meanings.map(({ keep }) => keep()));
  await closeRenderer();
  say({ paths: [...paths.values()].map((ofProject) => [...ofProject]) });
}
