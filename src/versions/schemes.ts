import type { SchemeId } from '../core/watchlist.ts';
import { loose } from './loose.ts';
import type { Scheme } from './scheme.ts';
import { semver } from './semver.ts';

/** All schemes by the name that a watchlist uses. */
export const SCHEMES: Readonly<Record<SchemeId, Scheme>> = { semver, loose };

const BY_TYPE: Readonly<Record<string, SchemeId>> = { npm: 'semver' };

/** The scheme of a purl type; a watchlist's `track.scheme` goes before it. */
export function schemeOf(type: string, chosen?: SchemeId): Scheme {
  return SCHEMES[chosen ?? BY_TYPE[type] ?? 'loose'];
}
