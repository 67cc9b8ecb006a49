import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/** The hand-written and generated pages under docs/, rendered at /docs/. Releases are never a collection. */
export const collections = {
  docs: defineCollection({
    loader: glob({ pattern: '*.md', base: 'docs' }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      group: z.string().optional(),
      order: z.number().optional(),
    }),
  }),
};
