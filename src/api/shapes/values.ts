import { z } from 'zod';
import { Instant } from '../../core/instant.ts';

/** A moment, as everywhere in data/. */
export const Moment = Instant.meta({ format: 'date-time' });

export const Purl = z.string().regex(/^pkg:/).describe('a package by its purl');

/** Percent-encoded, so that it can be resolved as it stands. */
export const Address = z.string().min(1).describe('an address, relative to `site`');

/** A version, and when it came out. */
export const Dated = z.strictObject({ version: z.string().min(1), at: Moment });
export type Dated = z.infer<typeof Dated>;
