import type { z } from 'zod';
import type { Draft } from './draft.ts';

/** A field through which upstreams and people speak: what data/ demands of it, and how a text gets there. */
export interface Context {
  readonly shape: z.ZodType;
  readonly put: (draft: Draft, vector: string) => void;
}
