import { z } from 'zod';

/** What every document begins with. */
export const OPENING = {
  $schema: z.url().describe('the JSON Schema of this document'),
  site: z.url().describe('where the site lives; the addresses in this document are relative to it'),
};

/** The same as values. */
export interface Opening {
  readonly $schema: string;
  readonly site: string;
}
