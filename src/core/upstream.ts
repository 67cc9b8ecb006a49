import { z } from 'zod';
import { WebAddress } from './web-address.ts';

/** What upstream says of the package itself. `id` is upstream's own, and outlives a rename. */
export const Upstream = z.strictObject({
  id: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  description: z.string().min(1).max(1024).optional(),
  license: z.string().min(1).max(256).optional(),
  homepage: WebAddress.max(2048).optional(),
  repository: WebAddress.max(2048).optional(),
  archived: z.literal(true).optional(),
  /** Names that upstream lets point at versions: npm's dist-tags, GitHub's “latest”. Sorted by name. */
  tags: z.record(z.string().min(1), z.string().min(1)).optional(),
});
export type Upstream = z.infer<typeof Upstream>;
