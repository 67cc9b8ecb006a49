import { projectFiles, sharedFiles } from '../api/api-files.ts';
import type { Target } from '../outputs.ts';
import { meaningOf, type ProjectView, type Site } from '../site.ts';
import type { OutputFile, Pass } from './project-outputs.ts';
import { writeOutput } from './write-output.ts';

/** Writes what the API tells of all projects together. */
export function writeSharedApi(site: Site, { folder, url }: Target): void {
  for (const { path, text } of sharedFiles(site, url)) writeOutput(folder, path, text);
}

/** What the API tells of a project. */
export function projectApi(view: ProjectView, { target }: Pass): OutputFile[] {
  const files = [...projectFiles(view, target.url, meaningOf)];
  return files.map(({ path, text }) => ({ path, content: text }));
}
