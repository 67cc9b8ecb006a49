import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { plainNotes } from './plain-notes.ts';
import { createRenderCache } from './render-cache.ts';
import type { RenderReply } from './render-job.ts';
import { createRenderPool } from './render-pool.ts';
import type { UpstreamContext } from './upstream-context.ts';

/** Part of every key of the cache: raise it with any change to what notes are rendered to. */
export const RENDER_VERSION = 1;

// A release's own page and its feeds ask for the same notes, one soon after the other.
const MOST_IN_MEMORY = 5e6;

// Where it is not said what notes belong to.
const SHELF = 'notes';

export interface RendererOptions {
  /** Absolute path of the project: workers start from its sources, wherever this module was bundled to. */
  readonly root: string;
  /** Where rendered notes are kept from run to run, such as `.cache/render`; absent = in memory only. */
  readonly cacheFolder?: string | undefined;
  /** How many workers at most, 2 if absent: best one a core. */
  readonly workers?: number | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Characters of notes whose HTML stays in memory, five million if absent. */
  readonly mostInMemory?: number | undefined;
}

/** Notes made safe: free of scripts, loads and forms, with absolute links only. */
export interface RenderedNotes {
  readonly html: string;
  /** The notes broke a limit and are shown as escaped plain text. */
  readonly fallback: boolean;
  /** Why, for a log. */
  readonly problem?: string;
}

export interface Renderer {
  /**
   * `shelf` is what the notes belong to, such as a project: what is kept of it lies together.
   * @throws ConfigError if no worker can be started, or after `close`
   */
  readonly render: (notes: string, context: UpstreamContext, shelf?: string) => Promise<RenderedNotes>;
  /**
   * Renders notes that are not kept, so that whoever asks for them later need not wait. Of those that are kept it reads nothing.
   * @throws ConfigError as `render` does
   */
  readonly prepare: (notes: string, context: UpstreamContext, shelf?: string) => Promise<void>;
  /** Ends the workers. What is being rendered is rejected. */
  readonly close: () => Promise<void>;
}

/** The one way from upstream's markdown to HTML. Starts no worker before there is something to render. */
export function createRenderer({
  root,
  cacheFolder,
  workers = 2,
  limits: own,
  mostInMemory = MOST_IN_MEMORY,
}: RendererOptions): Renderer {
  const limits = { ...DEFAULT_LIMITS, ...own };
  const script = join(root, 'src/render/render-worker.ts');
  const pool = createRenderPool({ script, size: workers, limits });
  const cache = createRenderCache(cacheFolder);
  const memory = new Map<string, { rendering: Promise<RenderedNotes>; length: number }>();
  let held = 0;

  async function renderFresh(
    shelf: string,
    key: string,
    notes: string,
    context: UpstreamContext,
  ): Promise<RenderedNotes> {
    const kept = await cache.read(shelf, key);
    if (kept !== undefined) return { html: kept, fallback: false };
    const reply = await ask(notes, context);
    if ('problem' in reply) {
      // Never kept on disk: on a quicker machine it may not be one.
      return { html: plainNotes(notes, context, limits.characters), fallback: true, problem: reply.problem };
    }
    await cache.write(shelf, key, reply.html);
    return { html: reply.html, fallback: false };
  }

  async function ask(notes: string, context: UpstreamContext): Promise<RenderReply> {
    if (notes.length > limits.characters) return { problem: `longer than ${limits.characters} characters` };
    return pool.run({ notes, context, limits });
  }

  function render(text: string, context: UpstreamContext, shelf = SHELF): Promise<RenderedNotes> {
    // What is no Unicode would not come back from a file as it was.
    const notes = text.toWellFormed();
    const key = keyOf(notes, context);
    const known = memory.get(key);
    if (known !== undefined) return known.rendering;
    const rendering = renderFresh(shelf, key, notes, context);
    memory.set(key, { rendering, length: notes.length });
    held += notes.length;
    for (const [oldest, { length }] of memory) {
      if (held <= mostInMemory) break;
      memory.delete(oldest);
      held -= length;
    }
    return rendering;
  }

  async function prepare(text: string, context: UpstreamContext, shelf = SHELF): Promise<void> {
    const isKept = await cache.has(shelf, keyOf(text.toWellFormed(), context));
    if (!isKept) await render(text, context, shelf);
  }

  return { render, prepare, close: pool.close };
}

function keyOf(notes: string, { repositoryUrl, ref, sourceUrl, hardBreaks, forge }: UpstreamContext): string {
  const parts = [RENDER_VERSION, notes, repositoryUrl, ref, sourceUrl, hardBreaks, forge];
  return hash('sha256', JSON.stringify(parts));
}
