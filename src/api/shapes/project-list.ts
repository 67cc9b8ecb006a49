import { z } from 'zod';
import { OPENING } from './opening.ts';
import { Address, Dated, Purl } from './values.ts';

const Listed = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  package: Purl,
  tags: z.array(z.string()),
  lists: z.array(z.string()),
  count: z.int().nonnegative().describe('its releases'),
  latest: Dated.optional().describe('the highest stable version'),
  newest: Dated.optional().describe('the newest stable release by date'),
  failing: z.literal(true).optional().describe('a package of it cannot be read at present'),
  page: Address,
  document: Address.describe('all that is known of it'),
});

/** All projects, by name. */
export const ApiProjectList = z.strictObject({ ...OPENING, projects: z.array(Listed) });
export type ApiProjectList = z.infer<typeof ApiProjectList>;
