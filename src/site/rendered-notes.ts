import { join } from 'node:path';
import { projectUrl, releaseUrl } from '../core/address.ts';
import type { Entry, EntryNotes } from '../derive/entry.ts';
import { isFirstThread } from '../platform/machine.ts';
import { ROOT } from '../platform/root.ts';
import { createRenderer, type Renderer } from '../render/renderer.ts';
import type { UpstreamContext } from '../render/upstream-context.ts';
import type { ProjectView } from '../site.ts';

let renderer: Renderer | undefined;

/** The notes of an entry as safe HTML; empty where there are none. Rendered once, then read from .cache/. */
export async function notesHtml(view: ProjectView, { notes, project }: Entry): Promise<string> {
  if (notes === undefined) return '';
  const { html } = await theRenderer().render(notes.text, contextOf(notes, view), project.id);
  return html;
}

/** Renders the notes of an entry if .cache/ does not have them: whoever asks for them later need not wait. */
export async function prepareNotes(view: ProjectView, { notes, project }: Entry): Promise<void> {
  if (notes !== undefined) await theRenderer().prepare(notes.text, contextOf(notes, view), project.id);
}

/** Lets notes be rendered by another renderer than that of the project. */
export function useRenderer(other: Renderer): void {
  renderer = other;
}

/** Ends the workers that rendered the notes. */
export async function closeRenderer(): Promise<void> {
  await renderer?.close();
  renderer = undefined;
}

function theRenderer(): Renderer {
  // The threads that write projects are one a core already.
  const workers = isFirstThread() ? 2 : 1;
  renderer ??= createRenderer({ root: ROOT, cacheFolder: join(ROOT, '.cache', 'notes'), workers });
  return renderer;
}

// Their project page is the repository that relative links start from.
const FORGES = new Set(['github', 'gitlab', 'gitea']);

function contextOf(notes: EntryNotes, { project, records }: ProjectView): UpstreamContext {
  const isForge = FORGES.has(notes.package.type);
  const repositoryUrl = isForge
    ? projectUrl(notes.package)
    : (records.get(notes.package.purl)?.upstream.repository ??
      records.get(project.package.purl)?.upstream.repository);
  return {
    repositoryUrl,
    forge: isForge ? notes.package.type : undefined,
    ref: isForge ? notes.ref : 'HEAD',
    sourceUrl: releaseUrl(notes.package, notes.ref),
    hardBreaks: notes.from === 'release',
  };
}
