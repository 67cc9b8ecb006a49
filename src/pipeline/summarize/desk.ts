import type { Instant } from '../../core/instant.ts';
import type { Landing, MadeSummary } from './landing.ts';
import type { Pending } from './pending.ts';

// A killed run loses no more calls than this, and a run makes no more commits than it has to.
const BATCH = 5;

/** Collects summaries and lands them batch by batch. */
export interface Desk {
  readonly at: Instant;
  /** Lands what a run before paid for and could not land. */
  readonly recover: () => Promise<void>;
  readonly put: (made: MadeSummary) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly report: () => { readonly paths: readonly string[]; readonly commit?: string };
}

export function createDesk(land: Landing, pending: Pending, at: Instant): Desk {
  const paths = new Set<string>();
  let open: MadeSummary[] = [];
  let commit: string | undefined;
  async function flush(): Promise<void> {
    if (open.length === 0) return;
    const landed = await land(open, at);
    for (const path of landed.paths) paths.add(path);
    commit = landed.commit ?? commit;
    open = [];
    await pending.clear();
  }
  return {
    at,
    flush,
    async recover() {
      open = [...(await pending.read())];
      await flush();
    },
    async put(made) {
      open.push(made);
      // From here on it is paid for: whatever happens, the next run finds it.
      await pending.keep(open);
      if (open.length >= BATCH) await flush();
    },
    report: () => ({ paths: [...paths].sort(), ...(commit !== undefined && { commit }) }),
  };
}
