import { z } from 'zod';

/** The name of a tag. Half a character, which JSON can hold, could be part of no address. */
export const TagName = z
  .string()
  .min(1)
  .max(1024)
  .refine((text) => text.isWellFormed());

export const CommitId = z.string().regex(/^[0-9a-f]{7,64}$/);
