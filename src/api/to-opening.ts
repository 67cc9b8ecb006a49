import { pathOf } from './endpoints.ts';
import type { Opening } from './shapes/opening.ts';
import type { ShapeId } from './shapes.ts';

/** The beginning of a document of the site at this address, which ends with a slash. */
export function toOpening(shape: ShapeId, site: string): Opening {
  return { $schema: site + pathOf('schema', { name: shape }), site };
}
