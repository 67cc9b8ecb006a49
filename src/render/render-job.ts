import type { Limits } from './limits.ts';
import type { UpstreamContext } from './upstream-context.ts';

/** What a worker is sent: one document. */
export interface RenderJob {
  readonly notes: string;
  readonly context: UpstreamContext;
  readonly limits: Pick<Limits, 'nodes' | 'depth'>;
}

/** What a worker answers, or what is said of a worker that did not: the HTML, or why there is none. */
export type RenderReply = { readonly html: string } | { readonly problem: string };
